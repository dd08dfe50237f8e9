"""The schema's history (Alembic), applied by `storage.upgrade`."""
