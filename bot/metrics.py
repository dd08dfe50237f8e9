"""What Prometheus can ask for: the state of inbox and outbox, and whether the parts are well."""

from collections.abc import Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from storage import inbox, outbox
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Metrics:
    """One registry a process; figures are read when somebody asks."""

    database: Database
    registry: CollectorRegistry
    inbox_rows: Gauge
    outbox_rows: Gauge
    part_up: Gauge

    @classmethod
    def of(cls, database: Database) -> "Metrics":
        registry = CollectorRegistry()
        return cls(
            database,
            registry,
            Gauge("haedap_inbox_rows", "Inbox rows that are not done", ["state"], registry=registry),
            Gauge("haedap_outbox_rows", "Outbox rows that are not simply sent", ["state"], registry=registry),
            Gauge("haedap_part_up", "Whether a part of the service is well", ["part"], registry=registry),
        )

    async def text(self, parts: Mapping[str, bool]) -> bytes:
        """The exposition format."""
        async with self.database.unit_of_work(reading=True) as unit:
            waiting = await inbox.counts(unit.session)
            promised = await outbox.counts(unit.session)
        for gauge, counts, states in (
            (self.inbox_rows, waiting, ("pending", "quarantined")),
            (self.outbox_rows, promised, ("pending", "claimed", "ambiguous", "dead", "dropped")),
        ):
            for state in states:
                gauge.labels(state).set(counts.get(state, 0))
        for part, well in parts.items():
            self.part_up.labels(part).set(well)
        return generate_latest(self.registry)
