"""Pieces of HTML that stand below each other are one element, and all else stands where it did."""

from streamlit.proto.Block_pb2 import Block
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from trygghet.ui.joined import joined

VERTICAL = Block.FlexContainer.Direction.VERTICAL
HORIZONTAL = Block.FlexContainer.Direction.HORIZONTAL


def html(*path: int, body: str) -> ForwardMsg:
    message = _at(path)
    message.delta.new_element.html.body = body
    return message


def link(*path: int, label: str) -> ForwardMsg:
    message = _at(path)
    message.delta.new_element.page_link.label = label
    return message


def container(*path: int, direction: int | None = None) -> ForwardMsg:
    message = _at(path)
    if direction is None:
        message.delta.add_block.expandable.label = "Mer"
    else:
        message.delta.add_block.flex_container.direction = direction
    return message


def _at(path: tuple[int, ...]) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path[:] = path
    return message


def sent(*messages: ForwardMsg) -> dict[tuple[int, ...], str]:
    """What is sent, by its place, in its order."""
    found = {}
    for one in joined(messages):
        element = one.delta.new_element
        said = (
            element.html.body or element.page_link.label or one.delta.add_block.WhichOneof("type")
        )
        found[tuple(one.metadata.delta_path)] = said
    return found


def pieces(*bodies: str) -> str:
    return '<div class="t-pieces">' + "".join(f"<div>{body}</div>" for body in bodies) + "</div>"


def test_a_heading_and_what_stands_below_it_are_sent_one_by_one() -> None:
    assert sent(html(0, 0, body="a"), html(0, 1, body="b"), html(0, 2, body="c")) == {
        (0, 0): pieces("a", "b", "c")
    }


def test_something_lands_before_or_after_its_place() -> None:
    assert sent(
        html(0, 0, body="a"),
        html(0, 1, body="b"),
        link(0, 2, label="länk"),
        html(0, 3, body="c"),
        container(0, 4),
        html(0, 4, 0, body="d"),
        html(0, 4, 1, body="e"),
        html(0, 5, body="f"),
        html(0, 6, body="g"),
    ) == {
        (0, 0): pieces("a", "b"),
        (0, 1): "länk",
        (0, 2): "c",
        (0, 3): "expandable",
        (0, 3, 0): pieces("d", "e"),
        (0, 4): pieces("f", "g"),
    }


def test_columns_that_are_filled_by_turns_are_mixed_up() -> None:
    assert sent(
        container(0, 0, direction=VERTICAL),
        container(0, 1, direction=VERTICAL),
        html(0, 0, 0, body="a"),
        html(0, 1, 0, body="b"),
        html(0, 0, 1, body="c"),
        html(0, 1, 1, body="d"),
    ) == {
        (0, 0): "flex_container",
        (0, 1): "flex_container",
        (0, 0, 0): pieces("a", "c"),
        (0, 1, 0): pieces("b", "d"),
    }


def test_what_stands_side_by_side_ends_up_below_each_other() -> None:
    given = [
        container(0, 0, direction=HORIZONTAL),
        html(0, 0, 0, body="a"),
        html(0, 0, 1, body="b"),
    ]
    assert sent(*given) == {(0, 0): "flex_container", (0, 0, 0): "a", (0, 0, 1): "b"}


def test_what_was_replaced_comes_back() -> None:
    assert sent(html(0, 0, body="först"), html(0, 1, body="b"), html(0, 0, body="sedan")) == {
        (0, 0): pieces("sedan", "b")
    }


def test_what_is_no_part_of_the_page_is_lost() -> None:
    title = ForwardMsg()
    title.page_config_changed.title = "Genarp"
    messages = [title, html(0, 0, body="a"), html(0, 1, body="b")]
    assert [one.WhichOneof("type") for one in joined(messages)] == ["page_config_changed", "delta"]
