"""The release: one read-only DuckDB file per promise, and all SQL on it."""
