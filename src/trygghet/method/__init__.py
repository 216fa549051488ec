"""The method: pure functions on plain values, run once, when a release is built."""
