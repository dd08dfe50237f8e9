"""Rows and nothing else: models, queries, migrations and the unit of work."""
