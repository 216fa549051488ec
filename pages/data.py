"""Data och metod: every file, column, source and licence; what is missing; how to read it."""

from itertools import groupby

import streamlit as st

from trygghet.asked import address as in_address
from trygghet.fragments import render, table
from trygghet.schema import TABLES
from trygghet.ui import parts, shell
from trygghet.ui.show import heading, paragraph, show
from trygghet.words import text
from trygghet.words.answers import Link
from trygghet.words.files import columns_table
from trygghet.words.releases import correction_lines, log_lines
from trygghet.words.tables import observation_table, protection_table, verdict_limits_table

page = shell.begin("data")
release = page.release
sources = {source.id: source for source in release.sources()}

shell.title(page, text("data-title"))

heading(text("data-not-published"))
show(render("not_published", items=page.missing(release.not_published())))

heading(text("data-reading"))
show(render("notes", notes=release.reading_notes(), sources=sources))

heading(text("method-heading"))
for name in ("counts", "interval", "words", "survey", "activities", "goals"):
    paragraph(text(f"method-about-{name}", year=page.promise.baseline))
heading(text("limits-title"), 3)
paragraph(text("verdict-meaning"))
show(table(verdict_limits_table(release.verdict_limits(), page.promise.baseline)))
paragraph(text("limits-example"), "t-detail")

heading(text("data-nothing"))
show(render("four_kinds"))

heading(text("data-protection"))
paragraph(text("data-protection-text", most=release.threshold() - 1))
paragraph(text("data-protection-sensitive"))
hidden = release.protection()
if hidden:
    show(table(protection_table(page.mark(text("data-protection-caption")), hidden)))
else:
    paragraph(text("data-protection-none"))

heading(text("data-conflicts"))
paragraph(text("data-conflicts-text"))
titles = {indicator.id: indicator.title for indicator in release.indicators()}
conflicts = groupby(release.conflicts(), key=lambda seen: (seen.indicator, seen.place_name))
for (indicator, place), seen in conflicts:
    caption = page.mark(f"{titles[indicator]}, {place}")
    content = observation_table(caption, list(seen), [], page.promise.baseline)
    parts.figure_table(page, content)

heading(text("release-title"))
paragraph(text("release-text"))
show(render("lines", lines=log_lines(release.log(), release.withdrawn()), mark=page.mark))

heading(text("correction-title"))
corrections = release.corrections()
if corrections:
    lines = correction_lines(corrections, release.names())
    show(render("lines", lines=lines, mark=page.mark))
else:
    paragraph(text("correction-none"))

heading(text("data-files"))
paragraph(text("data-files-text"))
all_files = Link(text("data-list-link"), in_address("/data/", page.parameters))
show(render("choices", links=[all_files]))
page.link("agare", text("data-owner-link"))
page.link("tillganglighet", text("page-tillganglighet"))
for file in TABLES:
    title = text(f"file-name-{file.name}")
    with st.expander(text("file-rows", title=title, count=release.size(file.name))):
        show(table(columns_table(file)))
        parts.file_links(page, file.name)

heading(text("data-sources"))
if release.is_translated:
    paragraph(text("translated-about"))
show(render("sources", sources=list(sources.values())))

heading(text("promise-follow-up"))
show(render("notes", notes=release.follow_up(), sources=sources))

heading(text("data-contacts"))
show(render("contacts", contacts=release.contacts()))
shell.end(page)
