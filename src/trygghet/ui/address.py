"""The address holds what a reader has chosen. It is read first; widgets only change it.

Streamlit's own binding drops an unknown value without a word and writes labels instead of ids,
so the address is read and written here.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from trygghet.ui.show import notice, plain
from trygghet.words import text

# What stands in the address where everything has been taken away.
NONE = "-"


# The address as the page last read it. A choice made in the very moment that a page opens can
# arrive without the address's other parameters; they are kept here.
KEPT = "address"


def keep() -> None:
    """Remember the address that the page is drawn from."""
    st.session_state[KEPT] = st.query_params.to_dict()


def given(name: str) -> str:
    """The value of a parameter, empty if the address has none."""
    value = st.query_params.get(name, "")
    return str(value)[:200]


def choose(
    name: str, label: str, options: Mapping[str, str], default: str, *, pills: bool = False
) -> str:
    """A drop-down, or pills, whose choice stands in the address. Returns the chosen id.

    `options` gives each id its label. An unknown id is told to the reader.
    """
    value = given(name) or default
    if value not in options:
        _tell_unknown(label, value, options[default])
        value = default
    key = f"choice-{name}"
    st.session_state[key] = value

    def remember() -> None:
        # Pills give None when the chosen one is pressed again: it stays chosen.
        _write(name, st.session_state[key] or value, default)

    if pills:
        st.pills(
            label,
            list(options),
            format_func=lambda id_: plain(options[id_]),
            key=key,
            on_change=remember,
        )
    else:
        # Options of a drop-down are no Markdown. The placeholder is never seen, but Streamlit's
        # own is English.
        st.selectbox(
            label,
            list(options),
            format_func=lambda id_: options[id_],
            key=key,
            on_change=remember,
            placeholder=label,
        )
    return value


def choose_several(
    name: str, label: str, options: Mapping[str, str], default: Sequence[str]
) -> list[str]:
    """Pills of which several can be chosen; the ids stand in the address with commas between."""
    written = given(name)
    wanted = [id_ for id_ in written.split(",") if id_] if written else list(default)
    unknown = [id_ for id_ in wanted if id_ not in options and id_ != NONE]
    chosen = [id_ for id_ in wanted if id_ in options]
    if unknown:
        shown = ", ".join(options[id_] for id_ in chosen) or text("site-nothing")
        _tell_unknown(label, ", ".join(unknown), shown)
    key = f"choice-{name}"
    st.session_state[key] = chosen

    def remember() -> None:
        ids = [id_ for id_ in options if id_ in st.session_state[key]]
        _write(name, ",".join(ids) or NONE, ",".join(default))

    st.pills(
        label,
        list(options),
        format_func=lambda id_: plain(options[id_]),
        selection_mode="multi",
        key=key,
        on_change=remember,
    )
    return [id_ for id_ in options if id_ in chosen]


def _write(name: str, value: str, default: str) -> None:
    parameters = dict(st.session_state.get(KEPT, st.query_params.to_dict()))
    parameters.pop(name, None)
    if value != default:
        parameters[name] = value
    st.query_params.from_dict(parameters)


def _tell_unknown(label: str, value: str, shown: str) -> None:
    notice(text("unknown-choice", name=label, value=value, shown=shown))
