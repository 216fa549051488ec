"""How far the reading of a large file has come, on a terminal; elsewhere nothing."""

import contextlib
import sys
import threading
from collections.abc import Iterator

import duckdb

WIDTH = 30
EVERY = 0.2  # seconds


class Progress:
    """One line that is written over and over, on standard error."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._text = ""

    @contextlib.contextmanager
    def of(self, connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """Show how far the connection's statement has come for as long as it runs."""
        if not self._shown:
            yield
            return
        done = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(connection, done), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()
            self.end()

    def _watch(self, connection: duckdb.DuckDBPyConnection, done: threading.Event) -> None:
        while not done.wait(EVERY):
            share = max(0.0, min(connection.query_progress(), 100.0))
            filled = round(WIDTH * share / 100)
            self._write(f"[{'#' * filled}{' ' * (WIDTH - filled)}] {share:3.0f} %")

    def rows(self, count: int) -> None:
        """Show how many rows have been read."""
        self._write(f"{count:,}".replace(",", "\N{NO-BREAK SPACE}"))

    def end(self) -> None:
        """Leave nothing of it on the terminal."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r{text.ljust(len(self._text))}{'' if text else chr(13)}")
            sys.stderr.flush()
            self._text = text
