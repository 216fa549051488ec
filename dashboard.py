"""The dashboard's entry: the server object, and the navigation that every session runs.

`streamlit run dashboard.py` finds `app` by reading this file, serves it, and then runs the same
file as `__main__` for each session.
"""

import streamlit as st


def main() -> None:
    """Run the page that the address names."""
    from trygghet.ui.replay import draw
    from trygghet.ui.shell import FIRST, PAGES, speak
    from trygghet.words import text

    speak()
    pages = [
        st.Page(path, title=text(f"page-{name}"), url_path=name, default=name == FIRST)
        for name, path in PAGES.items()
    ]
    page = st.navigation(pages, position="hidden")
    draw(page.url_path or FIRST, page.run)


if __name__ == "__main__":
    main()
else:
    from trygghet.process import many_open_files, steady_memory

    many_open_files()
    steady_memory()  # before the imports start threads that take more

    from trygghet import web
    from trygghet.ui.shell import FIRST, PAGES

    app = st.App(
        __file__,
        lifespan=web.lifespan,
        routes=web.routes(FIRST),
        middleware=web.middleware(PAGES.keys() - {FIRST}, FIRST),
        exception_handlers=web.exception_handlers(),
        on_script_error=web.on_script_error,
    )
