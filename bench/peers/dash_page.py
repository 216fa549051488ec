"""The village page in Dash. PEER_BEST=1: compressed, charts in a tab, each page made once."""

import os

import content
from dash import Dash, Input, Output, dcc, html

BEST = bool(os.environ.get("PEER_BEST"))
FIRST = next(iter(content.villages()))

app = Dash(__name__, compress=BEST)
server = app.server
choose = dcc.Dropdown(content.villages(), FIRST, id="village", clearable=False)


def answers(page: content.Content) -> list[object]:
    return [
        html.Section(
            [
                html.H2(one.label),
                html.P(one.sentence, className="sentence"),
                *(html.P(detail) for detail in one.details),
                html.P(", ".join(source.title for source in one.sources)),
            ]
        )
        for one in page.answers
    ]


def charts(page: content.Content) -> list[object]:
    return [dcc.Graph(figure=chart.figure()) for chart in page.charts]


def tables(page: content.Content) -> list[object]:
    found = []
    for table, caution in page.tables:
        head = html.Tr([html.Th(column) for column in table.columns])
        body = [html.Tr([html.Td(content.cell_text(cell)) for cell in row]) for row in table.rows]
        whole = [html.Caption(table.caption), html.Thead(head), html.Tbody(body)]
        found += [html.Table(whole), html.P(caution)]
    return found


def rest(page: content.Content) -> list[object]:
    found = [html.H2(page.statements_title)]
    found += [html.P(f"{said} ({source})") for said, source in page.statements]
    found.append(html.H2(page.activities_title))
    for title, group in page.groups:
        items = [
            html.Li([html.Strong(name), html.P(f"{state}. {about}")])
            for name, state, about in group
        ]
        found += [html.H3(title), html.Ul(items)]
    found.append(html.H2(page.missing_title))
    found += [html.P([html.Strong(title), f" {known}"]) for title, known in page.missing]
    return [*found, html.Footer("Trygghet", className="last")]


if BEST:
    app.layout = html.Main(
        [
            choose,
            dcc.Tabs(
                [dcc.Tab(label="Text", value="text"), dcc.Tab(label="Diagram", value="charts")],
                id="view",
                value="text",
            ),
            html.Div(id="page"),
        ]
    )

    @app.callback(Output("page", "children"), Input("village", "value"), Input("view", "value"))
    def show(village: str, view: str) -> list[object]:
        page = content.kept_page(village)
        if view == "charts":
            return [html.H1(page.title), html.H2(page.charts_title), *charts(page)]
        return [html.H1(page.title), *answers(page), *tables(page), *rest(page)]

else:
    app.layout = html.Main([choose, html.Div(id="page")])

    @app.callback(Output("page", "children"), Input("village", "value"))
    def show_all(village: str) -> list[object]:
        page = content.page(village)
        figures = [html.H2(page.charts_title), *charts(page), *tables(page)]
        return [html.H1(page.title), *answers(page), *figures, *rest(page)]


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
