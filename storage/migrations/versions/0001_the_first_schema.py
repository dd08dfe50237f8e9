"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PREFIX_KEY = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_subject_id", "audit", ["subject", "id"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("update_id", BIG_ID, nullable=False),
        sa.Column("payload_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("lane", sa.String(length=80), nullable=False),
        sa.Column("media_group", sa.String(length=80), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("source", "update_id", "payload_hash", name="uq_inbox_source_update_id_payload_hash"),
    )
    op.create_index(
        "ix_inbox_pending",
        "inbox",
        ["lane", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index("ix_inbox_state_id", "inbox", ["state", "id"], unique=False)
    op.create_table(
        "installation",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_installation"),
    )
    op.create_table(
        "lane", sa.Column("key", sa.String(length=80), nullable=False), sa.PrimaryKeyConstraint("key", name="pk_lane")
    )
    op.create_table(
        "person",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("telegram_id", BIG_ID, nullable=True),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("name_sealed", sa.Text(), nullable=True),
        sa.Column("phone_sealed", sa.Text(), nullable=True),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.Column("locale_chosen", sa.Boolean(), nullable=False),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("telegram_id", name="uq_person_telegram_id"),
    )
    op.create_table(
        "staff_member",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("telegram_id", BIG_ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("department", sa.String(length=40), nullable=True),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_member"),
        sa.UniqueConstraint("telegram_id", name="uq_staff_member_telegram_id"),
    )
    op.create_table(
        "timer",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=80), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("dedupe_key", PREFIX_KEY, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_timer"),
        sa.UniqueConstraint("dedupe_key", name="uq_timer_dedupe_key"),
    )
    op.create_index("ix_timer_state_due_at", "timer", ["state", "due_at"], unique=False)
    op.create_table(
        "unit",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("building", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.UniqueConstraint("building", "number", name="uq_unit_building_number"),
    )
    op.create_table(
        "consent",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consent_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
        sa.UniqueConstraint("person_id", "version", name="uq_consent_person_id_version"),
    )
    op.create_table(
        "conversation",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("floor", sa.String(length=16), nullable=False),
        sa.Column("holder_id", BIG_ID, nullable=True),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("flow", sa.Text(), nullable=True),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("last_owner_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_staff_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["holder_id"], ["staff_member.id"], name="fk_conversation_holder_id_staff_member"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_conversation_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("chat_id", name="uq_conversation_chat_id"),
        sa.UniqueConstraint("person_id", name="uq_conversation_person_id"),
    )
    op.create_index("ix_conversation_floor_waiting_since", "conversation", ["floor", "waiting_since"], unique=False)
    op.create_index("ix_conversation_holder_id", "conversation", ["holder_id"], unique=False)
    op.create_table(
        "residency",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("unit_id", BIG_ID, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("verified_by", sa.String(length=40), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_residency_person_id_person"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_residency_unit_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_residency"),
    )
    op.create_index("ix_residency_person_id", "residency", ["person_id"], unique=False)
    op.create_index("ix_residency_unit_id", "residency", ["unit_id"], unique=False)
    op.create_table(
        "ticket",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("conversation_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.Column("unit_id", BIG_ID, nullable=True),
        sa.Column("intent", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("handling", sa.String(length=16), nullable=True),
        sa.Column("department", sa.String(length=40), nullable=False),
        sa.Column("priority", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("assignee_id", BIG_ID, nullable=True),
        sa.Column("investigation", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("merged_into_id", BIG_ID, nullable=True),
        sa.Column("reopened_from_id", BIG_ID, nullable=True),
        sa.Column("deferred_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_response_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assignee_id"], ["staff_member.id"], name="fk_ticket_assignee_id_staff_member"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_ticket_conversation_id_conversation"
        ),
        sa.ForeignKeyConstraint(["merged_into_id"], ["ticket.id"], name="fk_ticket_merged_into_id_ticket"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_ticket_person_id_person"),
        sa.ForeignKeyConstraint(["reopened_from_id"], ["ticket.id"], name="fk_ticket_reopened_from_id_ticket"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_ticket_unit_id_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ticket_assignee_id_id", "ticket", ["assignee_id", "id"], unique=False)
    op.create_index("ix_ticket_conversation_id_id", "ticket", ["conversation_id", "id"], unique=False)
    op.create_index("ix_ticket_created_at", "ticket", ["created_at"], unique=False)
    op.create_index(
        "ix_ticket_open",
        "ticket",
        ["id"],
        unique=False,
        sqlite_where=sa.text(
            "state IN ('received', 'assigned', 'investigating', 'waiting_owner', 'waiting_vendor', 'deferred')"
        ),
        postgresql_where=sa.text(
            "state IN ('received', 'assigned', 'investigating', 'waiting_owner', 'waiting_vendor', 'deferred')"
        ),
    )
    op.create_index(
        "ix_ticket_open_here",
        "ticket",
        ["department", "id"],
        unique=False,
        sqlite_where=sa.text(
            "state IN ('received', 'assigned', 'investigating', 'waiting_owner', 'waiting_vendor', 'deferred')"
        ),
        postgresql_where=sa.text(
            "state IN ('received', 'assigned', 'investigating', 'waiting_owner', 'waiting_vendor', 'deferred')"
        ),
    )
    op.create_index("ix_ticket_unit_id_id", "ticket", ["unit_id", "id"], unique=False)
    op.create_table(
        "topic",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("conversation_id", BIG_ID, nullable=False),
        sa.Column("staff_chat_id", BIG_ID, nullable=False),
        sa.Column("thread_id", BIG_ID, nullable=True),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("icon", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_topic_conversation_id_conversation"),
        sa.PrimaryKeyConstraint("id", name="pk_topic"),
        sa.UniqueConstraint("conversation_id", "staff_chat_id", name="uq_topic_conversation_id_staff_chat_id"),
    )
    op.create_index("ix_topic_place", "topic", ["staff_chat_id", "thread_id"], unique=True)
    op.create_table(
        "alert",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=True),
        sa.Column("conversation_id", BIG_ID, nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.Column("acknowledged_by", sa.Text(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], name="fk_alert_conversation_id_conversation"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_alert_ticket_id_ticket"),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
        sa.UniqueConstraint("dedupe_key", name="uq_alert_dedupe_key"),
    )
    op.create_index("ix_alert_conversation_id", "alert", ["conversation_id"], unique=False)
    op.create_index("ix_alert_state_id", "alert", ["state", "id"], unique=False)
    op.create_index("ix_alert_ticket_id", "alert", ["ticket_id"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("conversation_id", BIG_ID, nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=True),
        sa.Column("author", sa.String(length=16), nullable=False),
        sa.Column("staff_id", BIG_ID, nullable=True),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.Column("for_managers", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=True),
        sa.Column("media", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_message_conversation_id_conversation"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff_member.id"], name="fk_message_staff_id_staff_member"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_message_ticket_id_ticket"),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
    )
    op.create_index("ix_message_conversation_id_id", "message", ["conversation_id", "id"], unique=False)
    op.create_index("ix_message_ticket_id", "message", ["ticket_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=True),
        sa.Column("topic_id", BIG_ID, nullable=True),
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("target_id", BIG_ID, nullable=True),
        sa.Column("target_message_id", BIG_ID, nullable=True),
        sa.Column("reply_to_id", BIG_ID, nullable=True),
        sa.Column("reply_to_message_id", BIG_ID, nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("repeatable", sa.Boolean(), nullable=False),
        sa.Column("ambiguous", sa.Boolean(), nullable=False),
        sa.Column("relevance", sa.Text(), nullable=True),
        sa.Column("follow_up", sa.Text(), nullable=True),
        sa.Column("dedupe_key", sa.String(length=120), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("telegram_message_id", BIG_ID, nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["reply_to_id"], ["outbox.id"], name="fk_outbox_reply_to_id_outbox"),
        sa.ForeignKeyConstraint(["target_id"], ["outbox.id"], name="fk_outbox_target_id_outbox"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_outbox_topic_id_topic"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedupe_key", name="uq_outbox_dedupe_key"),
    )
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["stream", "priority", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index("ix_outbox_place", "outbox", ["chat_id", "telegram_message_id"], unique=False)
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"], unique=False)
    op.create_index("ix_outbox_target_id", "outbox", ["target_id"], unique=False)
    op.create_table(
        "ticket_attachment",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("file_id", sa.String(length=400), nullable=False),
        sa.Column("unique_id", sa.String(length=200), nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("telegram_message_id", BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_attachment_ticket_id_ticket"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_attachment"),
        sa.UniqueConstraint("ticket_id", "unique_id", name="uq_ticket_attachment_ticket_id_unique_id"),
    )
    op.create_table(
        "ticket_event",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("actor_kind", sa.String(length=16), nullable=False),
        sa.Column("actor_id", BIG_ID, nullable=True),
        sa.Column("from_state", sa.String(length=24), nullable=True),
        sa.Column("to_state", sa.String(length=24), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_event_ticket_id_ticket"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_event"),
    )
    op.create_index("ix_ticket_event_kind_at", "ticket_event", ["kind", "at"], unique=False)
    op.create_index("ix_ticket_event_ticket_id_id", "ticket_event", ["ticket_id", "id"], unique=False)
    op.create_table(
        "message_copy",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("message_id", BIG_ID, nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("telegram_message_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("original", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name="fk_message_copy_message_id_message"),
        sa.PrimaryKeyConstraint("id", name="pk_message_copy"),
        sa.UniqueConstraint("chat_id", "telegram_message_id", name="uq_message_copy_chat_id_telegram_message_id"),
    )
    op.create_index("ix_message_copy_message_id", "message_copy", ["message_id"], unique=False)
    op.create_table(
        "survey",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=False),
        sa.Column("conversation_id", BIG_ID, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("handler_id", BIG_ID, nullable=True),
        sa.Column("outbox_id", BIG_ID, nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_survey_conversation_id_conversation"
        ),
        sa.ForeignKeyConstraint(["handler_id"], ["staff_member.id"], name="fk_survey_handler_id_staff_member"),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_survey_outbox_id_outbox"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_survey_ticket_id_ticket"),
        sa.PrimaryKeyConstraint("id", name="pk_survey"),
        sa.UniqueConstraint("ticket_id", "round", name="uq_survey_ticket_id_round"),
    )
    op.create_index("ix_survey_answered_at", "survey", ["answered_at"], unique=False)
    op.create_index("ix_survey_conversation_id_state", "survey", ["conversation_id", "state"], unique=False)
    op.create_table(
        "ticket_card",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("topic_id", BIG_ID, nullable=True),
        sa.Column("outbox_id", BIG_ID, nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_ticket_card_outbox_id_outbox"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_card_ticket_id_ticket"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_ticket_card_topic_id_topic"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_card"),
        sa.UniqueConstraint("ticket_id", "chat_id", name="uq_ticket_card_ticket_id_chat_id"),
    )
    # ### end Alembic commands ###
