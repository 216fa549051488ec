"""The pages without JavaScript: the same sentences, tables and light charts as plain HTML.

They are what search engines and link previews get, and what prints well.
"""
