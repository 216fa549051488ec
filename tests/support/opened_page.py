"""A page of the dashboard as a reader meets it: one tree of headings, texts, links and tables.

Streamlit's AppTest runs the page. What it holds as elements of its own (links, drop-downs,
expanders) is put into the same tree as the HTML that the page writes, in the page's order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from shipped_files import REPOSITORY
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr"}
UNSEEN = {"style", "script"}
FILES = ("/data/", "/flode", "/kalender", "/kort/", "/sida/")  # addresses of ours that are no pages
# Elements whose text stands apart from what is beside it.
APART = {"p", "li", "div", "section", "h1", "h2", "h3", "td", "th", "tr", "dt", "dd", "caption"}
APART |= {"summary", "details", "figcaption", "text", "br", "option", "a", "table", "ul", "dl"}


# AppTest looks through every installed package for components before each run. We have none, and
# that is most of what a run takes.
manifest_scanner.scan_component_manifests = list


@dataclass
class Node:
    """An element with its attributes; children are elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def find_all(self, tag: str = "", css: str = "") -> list["Node"]:
        """All elements below with that tag and that class, in the page's order."""
        return [node for node in self._below() if node.is_a(tag, css)]

    def find(self, tag: str = "", css: str = "") -> "Node":
        """The first of them. A test that asks for what is not there fails here."""
        found = self.find_all(tag, css)
        assert found, f"no <{tag or '*'} class={css!r}> in: {self.text[:300]}"
        return found[0]

    def is_a(self, tag: str, css: str = "") -> bool:
        """Whether the element has the tag and the class, each where given."""
        if tag and self.tag != tag:
            return False
        return not css or css in self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """The text that is seen, every run of white space as one space."""
        said, waiting = [], list[Node | str]([self])
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                said.append(one)
            elif one.tag not in UNSEEN:
                gap = " " if one.tag in APART else ""
                said.append(gap)
                waiting += [gap, *reversed(one.children)]
        return " ".join("".join(said).split())

    def _below(self) -> Iterator["Node"]:
        waiting = self.children[::-1]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Node):
                yield one
                waiting += reversed(one.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            # Our templates close what they open; a page that does not fails here.
            assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(html: str) -> Node:
    """The elements of a piece of HTML that closes every element it opens."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder._open) == 1, f"<{builder._open[-1].tag}> is never closed"
    return builder.root


@dataclass(frozen=True)
class Table:
    """A table as it is read: its caption, its columns' headings and its rows of cells."""

    caption: str
    columns: list[str]
    rows: list[list[str]]

    def column(self, heading: str) -> list[str]:
        """The cells below a heading."""
        return [row[self.columns.index(heading)] for row in self.rows]


def table_of(node: Node) -> Table:
    """The table in a `table` element."""
    rows = node.find("tbody").find_all("tr")
    return Table(
        node.find("caption").text,
        [cell.text for cell in node.find("thead").find_all("th")],
        [[cell.text for cell in row.children if isinstance(cell, Node)] for row in rows],
    )


@dataclass(frozen=True)
class DropDown:
    """What a drop-down offers, and what is chosen in it."""

    options: list[str]
    value: str


class OpenedPage:
    """A page that has been run. It can be pickled."""

    def __init__(self, test: AppTest) -> None:
        self.drop_downs = {
            one.key: DropDown([str(option) for option in one.options], str(one.value))
            for one in test.selectbox
        }
        self.tree = Node("main")
        self.failures = [str(failure.value) for failure in test.exception]
        _read_block(test.main, self.tree)

    @property
    def text(self) -> str:
        """Everything that can be read on the page, labels for screen readers included."""
        return f"{self.tree.text} {' '.join(self.labels)}"

    @property
    def labels(self) -> list[str]:
        """What a screen reader says of pictures and controls."""
        names = ("aria-label", "title", "alt", "placeholder")
        found = [node.attributes.get(name) for node in self.tree.find_all() for name in names]
        return [" ".join(label.split()) for label in found if label]

    @property
    def heading(self) -> str:
        """The page's one main heading."""
        (heading,) = self.tree.find_all("h1")
        return heading.text

    @property
    def tables(self) -> list[Table]:
        return [table_of(node) for node in self.tree.find_all("table")]

    @property
    def links(self) -> list[Node]:
        """The links to pages of the dashboard, each with its `page` and `query`."""
        found = []
        for link in self.tree.find_all("a"):
            address = link.attributes.get("href", "")
            if "query" in link.attributes:
                found.append(link)
            elif address.startswith("/") and not address.startswith(FILES):
                path, _, query = address.partition("?")
                found.append(Node("a", {"page": path[1:], "query": query}, link.children))
        return found

    def section(self, heading: str) -> Node:
        """What stands between a heading of the second level and the next one."""
        headings = ("h1", "h2")
        found, taking = Node("section"), False
        for child in self.tree.children:
            assert isinstance(child, Node)
            inner = next((n for n in child.find_all() if n.tag in headings), None)
            if inner is not None or child.tag in headings:
                taking = (inner or child).text == heading
            elif taking:
                found.children.append(child)
        assert found.children, f"no section {heading!r}"
        return found


def run_page(name: str, **parameters: str) -> OpenedPage:
    """Run a page of the dashboard at an address with these parameters."""
    return OpenedPage(run_test(name, **parameters))


def run_test(name: str, **parameters: str) -> AppTest:
    """The same page, on which choices can be made."""
    # The program is warm; what takes this long hangs.
    test = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=60)
    for key, value in parameters.items():
        test.query_params[key] = value
    if name != "oversikt":
        test.switch_page(f"pages/{name}.py")
    return test.run()


def _read_block(block: Any, into: Node) -> None:
    for child in block.children.values():
        if hasattr(child, "children"):
            node = Node("details" if child.type == "expander" else "div")
            if child.type == "expander":
                node.children.append(Node("summary", {}, [unescaped(child.label)]))
            into.children.append(node)
            _read_block(child, node)
        else:
            into.children += _pieces(_read_element(child))


def _pieces(node: Node) -> list[Node | str]:
    """What `ui/joined.py` has put into one element."""
    joined = [child for child in node.children if isinstance(child, Node)]
    if len(joined) == 1 and joined[0].is_a("div", "t-pieces"):
        return joined[0].children
    return [node]


def _read_element(element: Any) -> Node:
    if element.type in ("html", "markdown"):
        return parse(element.proto.body)
    if element.type == "page_link":
        link = element.proto
        return Node("a", {"page": link.page, "query": link.query_string}, [unescaped(link.label)])
    if element.type in ("selectbox", "button_group"):
        # The options of a drop-down are plain text; those of pills are Markdown, like all labels.
        shown = unescaped if element.type == "button_group" else str
        options = [Node("option", {}, [shown(option)]) for option in _options(element)]
        return Node("select", {"aria-label": unescaped(element.proto.label)}, list(options))
    if element.type == "plotly_chart":
        return Node("plotly", {"spec": element.proto.spec})
    raise AssertionError(f"a kind of element that the tests cannot read: {element.type}")


def _options(element: Any) -> list[str]:
    return [str(getattr(option, "content", option)) for option in element.options]


def unescaped(label: str) -> str:
    """A label as it is shown: Markdown's backslashes and bold signs are not."""
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*\*", "", label))
