"""The server reads releases that are built already: it starts and draws without scipy and HiGHS."""

import os
import subprocess
import sys

from shipped_files import EXAMPLE, REPOSITORY

DRAW = """
import importlib.abc
import sys


class NoSolver(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("scipy", "highspy"):
            raise ImportError(f"{name} is not there")


sys.meta_path.insert(0, NoSolver())
import trygghet.ui.shell
import trygghet.web
from streamlit.testing.v1 import AppTest

for name in ("oversikt", "by", "mal", "indikatorer"):
    test = AppTest.from_file(sys.argv[1], default_timeout=60)
    test.query_params["data"] = sys.argv[2]
    if name != "oversikt":
        test.switch_page(f"pages/{name}.py")
    test.run()
    failures = [failure.value for failure in test.exception]
    assert not failures, failures
    drawn = "".join(str(one.proto.body) for one in test.main if hasattr(one.proto, "body"))
    assert "t-footer" in drawn, name
assert not {"scipy", "highspy"} & set(sys.modules)
assert "typst" not in sys.modules  # 80 MB that only sheets and pictures need
try:
    import trygghet.compare
except ImportError:
    print("drawn")
"""


def test_the_server_needs_no_scipy_and_only_a_build_does(releases):
    environment = os.environ | {
        "TRYGGHET_RELEASES": str(releases),
        "PYTHONPATH": str(REPOSITORY / "src"),
    }
    done = subprocess.run(
        [sys.executable, "-c", DRAW, str(REPOSITORY / "dashboard.py"), EXAMPLE.id],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    # The block works: what computes cannot be imported.
    assert done.stdout.strip() == "drawn"
