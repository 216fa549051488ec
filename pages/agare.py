"""Ägare: how whoever owns the figures puts them in, publishes them and takes them back."""

from trygghet.fragments import render
from trygghet.ui import shell
from trygghet.ui.show import heading, paragraph, show
from trygghet.words import text
from trygghet.words.owner import guide, kinds

page = shell.begin("agare")
shell.title(page, text("agare-title", promise=page.promise.title))
paragraph(text("agare-lead"), "t-lead")
for part in guide(page.promise.id):
    heading(part.title)
    show(render("steps", part=part))
    if part.title == text("agare-import"):
        show(render("kinds", kinds=kinds()))
shell.end(page)
