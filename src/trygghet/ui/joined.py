"""HTML that stands directly below other HTML goes to the reader as one element.

Each element is a message of its own, which costs the server more than the words in it, and a part
that the browser sets up by itself; a page of ours writes some fifty.
"""

from collections import defaultdict
from collections.abc import Iterable

from streamlit.proto.Block_pb2 import Block
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Path = tuple[int, ...]
"""Where something stands: its place in its container, after that container's own path."""


def joined(messages: Iterable[ForwardMsg]) -> list[ForwardMsg]:
    """What a run of a page sends, with neighbours of HTML in one message.

    The messages are those of a whole run, in their order, and are changed. Nothing looks
    different: `.t-pieces` in ui/style.css keeps the pieces apart as Streamlit keeps elements.
    """
    messages = list(messages)
    at = {_path(one): one for one in messages if one.HasField("delta")}
    places = _places(at)
    sent: dict[Path, ForwardMsg] = {}
    pieces: defaultdict[Path, list[str]] = defaultdict(list)
    for path, one in at.items():
        place = _moved(path, places)
        sent.setdefault(place, one)
        if _is_html(one):
            pieces[place].append(one.delta.new_element.html.body)
        one.metadata.delta_path[:] = place
    for place, bodies in pieces.items():
        if len(bodies) > 1:
            body = "".join(f"<div>{body}</div>" for body in bodies)
            sent[place].delta.new_element.html.body = f'<div class="t-pieces">{body}</div>'
    kept = set(map(id, sent.values()))
    return [one for one in messages if not one.HasField("delta") or id(one) in kept]


def _places(at: dict[Path, ForwardMsg]) -> dict[Path, int]:
    """The new place of everything in its container: that of the HTML above it for HTML."""
    places: dict[Path, int] = {}
    last: dict[Path, Path] = {}  # what stands last in each container
    for path in sorted(at):
        container = path[:-1]
        above = last.get(container)
        joins = (
            above is not None
            and _is_html(at[above])
            and _is_html(at[path])
            and _is_stacked(at.get(container))
        )
        places[path] = path[-1] if above is None else places[above] + (not joins)
        last[container] = path
    return places


def _moved(path: Path, places: dict[Path, int]) -> Path:
    """A path in which every container has its new place; its root has none of its own."""
    return (path[0], *(places[path[: end + 1]] for end in range(1, len(path))))


def _path(message: ForwardMsg) -> Path:
    return tuple(message.metadata.delta_path)


def _is_html(message: ForwardMsg) -> bool:
    return (
        message.delta.WhichOneof("type") == "new_element"
        and message.delta.new_element.WhichOneof("type") == "html"
    )


def _is_stacked(container: ForwardMsg | None) -> bool:
    """Whether things stand below each other in it. None is the page itself."""
    if container is None:
        return True
    block = container.delta.add_block
    kind = block.WhichOneof("type")
    vertical = block.flex_container.direction == Block.FlexContainer.Direction.VERTICAL
    return kind in ("column", "expandable") or (kind == "flex_container" and vertical)
