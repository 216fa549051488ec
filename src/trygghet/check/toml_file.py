"""Read TOML, or name the line where it is none."""

import re
import tomllib
from typing import Any

from trygghet.check.csv_file import BadFile
from trygghet.check.problems import Problem


def toml_content(file: str, text: str, *, syntax: str, too_deep: str) -> dict[str, Any]:
    """The content of the text of `file`; `syntax` and `too_deep` are the messages' codes.

    Raises:
        BadFile: the text is no TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        lines = text.rstrip().split("\n")
        line = min(int(at[1]), len(lines)) if at else len(lines)
        problem = Problem(file, line, "", syntax, lines[line - 1].strip())
    except (ValueError, RecursionError):  # a number of thousands of digits, nesting without end
        problem = Problem(file, 1, "", too_deep)
    raise BadFile(problem)
