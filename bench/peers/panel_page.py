"""The village page in Panel. PEER_BEST=1: compressed, charts in a tab, each page made once."""

import os

import content
import pandas as pd
import panel as pn
from markupsafe import Markup

BEST = bool(os.environ.get("PEER_BEST"))
pn.extension("plotly")


def pane(html: Markup) -> pn.pane.HTML:
    # Panel escapes what it sends by replacing signs, which Markup would escape once more.
    return pn.pane.HTML(str(html))


def answers(page: content.Content) -> list[object]:
    html = Markup("<h2>{}</h2><p class='sentence'>{}</p>{}<p>{}</p>")
    return [
        pane(
            html.format(
                one.label,
                one.sentence,
                paragraphs(one.details),
                ", ".join(source.title for source in one.sources),
            )
        )
        for one in page.answers
    ]


def paragraphs(texts: tuple[str, ...]) -> Markup:
    return Markup().join(Markup("<p>{}</p>").format(one) for one in texts)


def charts(page: content.Content) -> list[object]:
    figures = [pn.pane.Plotly(chart.figure(), height=240) for chart in page.charts]
    return [pane(Markup("<h2>{}</h2>").format(page.charts_title)), *figures]


def tables(page: content.Content) -> list[object]:
    found: list[object] = []
    for table, caution in page.tables:
        cells = [[content.cell_text(cell) for cell in row] for row in table.rows]
        frame = pd.DataFrame(cells, columns=list(table.columns))
        found.append(pane(Markup("<h3>{}</h3>").format(table.caption)))
        found += [pn.pane.DataFrame(frame, index=False), pane(paragraphs((caution,)))]
    return found


def rest(page: content.Content) -> list[object]:
    said = paragraphs(tuple(f"{said} ({source})" for said, source in page.statements))
    found = [Markup("<h2>{}</h2>{}").format(page.statements_title, said)]
    found.append(Markup("<h2>{}</h2>").format(page.activities_title))
    for title, group in page.groups:
        item = Markup("<li><strong>{}</strong><p>{}. {}</p></li>")
        items = Markup().join(item.format(*one) for one in group)
        found.append(Markup("<h3>{}</h3><ul>{}</ul>").format(title, items))
    missing = Markup().join(
        Markup("<p><strong>{}</strong> {}</p>").format(*m) for m in page.missing
    )
    found.append(Markup("<h2>{}</h2>{}").format(page.missing_title, missing))
    return [*map(pane, found), pane(Markup("<footer class='last'>Trygghet</footer>"))]


def heading(page: content.Content) -> object:
    return pane(Markup("<h1>{}</h1>").format(page.title))


def whole(village: str) -> pn.Column:
    page = content.page(village)
    return pn.Column(heading(page), *answers(page), *charts(page), *tables(page), *rest(page))


def texts(village: str) -> pn.Column:
    page = content.kept_page(village)
    return pn.Column(heading(page), *answers(page), *tables(page), *rest(page))


def drawn(village: str) -> pn.Column:
    return pn.Column(*charts(content.kept_page(village)))


def app() -> pn.Column:
    options = {name: village for village, name in content.villages().items()}
    choose = pn.widgets.Select(name=content.CHOOSE, options=options)
    if not BEST:
        return pn.Column(choose, pn.bind(whole, choose))
    tabs = pn.Tabs(
        ("Text", pn.panel(pn.bind(texts, choose))),
        ("Diagram", pn.panel(pn.bind(drawn, choose))),
        dynamic=True,
    )
    return pn.Column(choose, tabs)


if __name__ == "__main__":
    more = {"compress_response": True} if BEST else {}
    pn.serve({"/": app}, port=int(os.environ["PORT"]), show=False, address="127.0.0.1", **more)
