"""Links that open a letter in a reader's mail program."""

from urllib.parse import quote


def mail_link(email: str, subject: str, body: str) -> str:
    """Percent-encoded as RFC 6068 wants it. Without an address the reader fills it in."""
    return f"mailto:{quote(email, safe='@')}?subject={encoded(subject)}&body={encoded(body)}"


def encoded(plain: str) -> str:
    """Text as it stands in such a link, line breaks included."""
    # Allowed as they are, and a third as long.
    return quote(plain.replace("\n", "\r\n"), safe="!(),:@")
