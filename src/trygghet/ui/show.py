"""Put HTML and text on a Streamlit page."""

import re

import streamlit as st
from markupsafe import Markup, escape


def show(html: Markup) -> None:
    """Show HTML whose data is escaped.

    `st.html` silently drops SVG; Markdown keeps it and would only read blank or indented lines
    in its own way, which `fragments.render` leaves none of.
    """
    if "<svg" in html:
        st.markdown(str(html), unsafe_allow_html=True)
    else:
        st.html(str(html))


def heading(title: str, level: int = 2, *, id_: str = "") -> None:
    """A heading without Streamlit's anchor, whose label is English."""
    anchor = Markup(' id="{}"').format(id_) if id_ else ""
    show(Markup("<h{0}{1}>{2}</h{0}>").format(level, anchor, title))


def paragraph(content: str, css: str = "", *, id_: str = "") -> None:
    """A paragraph of plain text. web/sidan.js has that of "t-status" read out when it changes, and
    that of "t-chart-text" in place of the chart above it."""
    anchor = Markup(' id="{}"').format(id_) if id_ else ""
    show(Markup('<p class="{}"{}>{}</p>').format(css, anchor, content))


def notice(content: str) -> None:
    """Something that the reader must know before reading on."""
    show(Markup('<div class="t-notice" role="status">{}</div>').format(content))


def plain(content: str) -> str:
    """Text for a label or an option, which Streamlit reads as Markdown: every sign stays itself."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!$:<>|~])", r"\\\1", content)


__all__ = ["escape", "heading", "notice", "paragraph", "plain", "show"]
