"""The addresses of the dashboard that a reader can come to by its own links."""

from dataclasses import dataclass

from shipped_files import PROMISES, ShippedPromise

PAGES = ("oversikt", "by", "mal", "aktiviteter", "indikatorer", "data", "agare")


@dataclass(frozen=True)
class View:
    """A page of a promise; `choice` is what the address says beside that, `about` its village."""

    promise: ShippedPromise
    page: str
    choice: tuple[tuple[str, str], ...] = ()
    about: str = ""

    def __str__(self) -> str:
        return "-".join([self.promise.id, self.page, *(value for _, value in self.choice)])

    @property
    def parameters(self) -> dict[str, str]:
        return self.promise.address | dict(self.choice)


def _views(promise: ShippedPromise) -> list[View]:
    first = promise.villages[0]["name"]
    return [
        *(View(promise, page, about=first if page == "by" else "") for page in PAGES),
        *(View(promise, "by", (("by", one["id"]),), one["name"]) for one in promise.villages),
        *(
            View(promise, "indikatorer", (("indikator", one["id"]),))
            for one in promise.rows("indicators")
        ),
    ]


VIEWS = [view for promise in PROMISES for view in _views(promise)]
