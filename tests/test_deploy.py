"""The files that run the dashboard on several machines: read by a tool, and of one mind.

What nginx.conf does is tried for real in tests/cluster.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from shipped_files import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
WRONG = REPOSITORY / "tests" / "support" / "wrong_deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]


def told(*command: str | Path) -> str:
    """What a tool has against a file."""
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode else ""


def test_an_image_is_built_as_it_should_not_be():
    hadolint = Path(sys.executable).with_name("hadolint")
    assert told(hadolint, DEPLOY / "Containerfile") == ""
    assert "DL3020" in told(hadolint, WRONG / "Containerfile")


def test_compose_does_not_know_a_key():
    schema = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec")
    assert told(*schema, DEPLOY / "compose.yaml") == ""
    assert "volums" in told(*schema, WRONG / "compose.yaml")


def test_nginx_asks_a_replica_that_compose_does_not_start(services):
    nginx = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    replicas = {name for name in services if name.startswith("replica-")}
    asked = dict(re.findall(r"server (replica-\d+):(\d+)", nginx))
    assert asked.keys() == replicas == services["nginx"]["depends_on"].keys()
    (port,) = re.findall(r"^EXPOSE (\d+)$", CONTAINERFILE, re.MULTILINE)
    assert set(asked.values()) == {port}
    (outside,) = services["nginx"]["ports"]
    assert f"listen {outside.rpartition(':')[2]};" in nginx


def test_a_container_looks_for_a_file_or_a_folder_that_is_not_there(services):
    copied = re.findall(r"^COPY (.+) \S+$", CONTAINERFILE, re.MULTILINE)
    assert copied
    for name in " ".join(copied).split():
        assert (REPOSITORY / name).exists(), name
    # Both folders of the volume are the program's, whoever comes first.
    (user,) = re.findall(r"^USER (\d+:\d+)$", CONTAINERFILE, re.MULTILINE)
    owner, group = user.split(":")
    for name, one in services.items():
        if name not in ("nginx", "catalogue"):
            assert one["build"] == {"context": "..", "dockerfile": "deploy/Containerfile"}
            (place,) = (volume.split(":")[1] for volume in one["volumes"])
            assert f"install -d -o {owner} -g {group} {place}" in CONTAINERFILE


def test_a_replica_can_write_the_releases_or_start_without_a_secret(services):
    for name, one in services.items():
        if name.startswith("replica-"):
            assert all(volume.endswith(":ro") for volume in one["volumes"])
            assert one["read_only"] and one["cap_drop"] == ["ALL"]
            assert "user=reader" in one["environment"]["TRYGGHET_RELEASES"]
            assert one["environment"]["PGPASSWORD"] == "${READER_PASSWORD:?}"
            assert one["environment"]["STREAMLIT_SERVER_COOKIE_SECRET"] == "${COOKIE_SECRET:?}"
