"""Tillgänglighetsredogörelse: how well everyone can use the site, and where it falls short."""

from trygghet.asked import address as in_address
from trygghet.ui import shell
from trygghet.ui.show import show
from trygghet.ui.site import site_address
from trygghet.views.accessibility import statement
from trygghet.words import text

page = shell.begin("tillganglighet")
shell.title(page, text("page-tillganglighet"))
show(statement(page, site_address(), lambda path: in_address(path, page.parameters)))
shell.end(page, "/sida/tillganglighet")
