"""The village page in Shiny for Python. PEER_BEST=1: compressed, charts in a tab, each page made
once."""

import os
from collections.abc import Iterable

import content
import uvicorn
from htmltools import HTMLDependency
from plotly.offline import get_plotlyjs_version
from shiny import App, Inputs, Outputs, Session, reactive, render, ui
from shinywidgets import output_widget, render_plotly
from starlette.middleware.gzip import GZipMiddleware

BEST = bool(os.environ.get("PEER_BEST"))
MOST_CHARTS = max(len(content.page(village).charts) for village in content.villages())


def answers(page: content.Content) -> Iterable[ui.Tag]:
    for one in page.answers:
        yield ui.tags.section(
            ui.h2(one.label),
            ui.p(one.sentence, class_="sentence"),
            *(ui.p(detail) for detail in one.details),
            ui.p(", ".join(source.title for source in one.sources)),
        )


def tables(page: content.Content) -> Iterable[ui.Tag]:
    for table, caution in page.tables:
        head = ui.tags.tr(*(ui.tags.th(column) for column in table.columns))
        body = [
            ui.tags.tr(*(ui.tags.td(content.cell_text(cell)) for cell in row)) for row in table.rows
        ]
        caption = ui.tags.caption(table.caption)
        yield ui.tags.table(caption, ui.tags.thead(head), ui.tags.tbody(*body), class_="table")
        yield ui.p(caution)


def rest(page: content.Content) -> Iterable[ui.Tag]:
    yield ui.h2(page.statements_title)
    for said, source in page.statements:
        yield ui.p(f"{said} ({source})")
    yield ui.h2(page.activities_title)
    for title, group in page.groups:
        yield ui.h3(title)
        yield ui.tags.ul(
            *(
                ui.tags.li(ui.strong(name), ui.p(f"{state}. {about}"))
                for name, state, about in group
            )
        )
    yield ui.h2(page.missing_title)
    for title, known in page.missing:
        yield ui.p(ui.strong(title), f" {known}")
    yield ui.tags.footer("Trygghet", class_="last")


choose = ui.input_select("village", content.CHOOSE, content.villages())
if BEST:
    # What shinywidgets sends with every chart, 5 MB of script, is here one file for all of them.
    plotly = HTMLDependency(
        "plotly",
        get_plotlyjs_version(),
        source={"package": "plotly", "subdir": "package_data"},
        script={"src": "plotly.min.js"},
    )
    body = ui.navset_tab(
        ui.nav_panel("Text", ui.output_ui("top"), ui.output_ui("bottom")),
        ui.nav_panel("Diagram", ui.output_ui("charts")),
    )
else:
    widgets = [output_widget(f"chart_{number}", height="240px") for number in range(MOST_CHARTS)]
    body = ui.TagList(ui.output_ui("top"), *widgets, ui.output_ui("bottom"))


def server(input: Inputs, output: Outputs, session: Session) -> None:
    @reactive.calc
    def page() -> content.Content:
        return (content.kept_page if BEST else content.page)(input.village())

    @render.ui
    def top() -> ui.TagList:
        shown = page()
        title = [] if BEST else [ui.h2(shown.charts_title)]
        return ui.TagList(ui.h1(shown.title), *answers(shown), *title)

    @render.ui
    def bottom() -> ui.TagList:
        return ui.TagList(*tables(page()), *rest(page()))

    if BEST:

        @render.ui
        def charts() -> ui.TagList:
            figures = [
                chart.figure().to_html(full_html=False, include_plotlyjs=False)
                for chart in page().charts
            ]
            return ui.TagList(plotly, ui.h2(page().charts_title), *map(ui.HTML, figures))

        return

    def draw(number: int) -> None:
        @output(id=f"chart_{number}")
        @render_plotly
        def chart() -> object:
            charts = page().charts
            return charts[number].figure() if number < len(charts) else None

    for number in range(MOST_CHARTS):
        draw(number)


app = App(ui.page_fluid(choose, body), server)

if __name__ == "__main__":
    served = GZipMiddleware(app) if BEST else app
    uvicorn.run(served, port=int(os.environ["PORT"]), log_level="warning")
