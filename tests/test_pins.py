"""What SECURITY.md promises of packages: each is pinned with its hash, and the audit looks at them once a week."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY
from tests.test_workflows import OWN, scripts

REQUIREMENTS = sorted((REPOSITORY / "requirements").glob("*.txt"))
PINNED = re.compile(r"[\w.-]+(?:\[[\w,-]+\])?==\S+(?: ; [^#]+?)?(?: +--hash=sha256:[0-9a-f]{64})+")
INSTALLS = re.compile(r"\bpip install\b.*")
OUR_OWN = ("--no-deps", "--quiet uv")
"""What is installed without hashes: what was made of this clone, and what makes the hashes."""


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.stem)
def test_a_package_of_python_has_its_hashes(path: Path) -> None:
    lines = path.read_text("utf-8").replace("\\\n", " ").splitlines()
    wanted = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    assert wanted
    assert [line for line in wanted if not PINNED.fullmatch(line)] == []


def test_a_package_of_node_has_its_hash() -> None:
    lock = json.loads((REPOSITORY / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []


def test_what_installs_packages_asks_for_hashes() -> None:
    texts = [(REPOSITORY / "Makefile").read_text("utf-8")]
    texts += [script for path in OWN for script in scripts(path)]
    installs = [match[0] for text in texts for match in INSTALLS.finditer(text)]
    assert len(installs) > 9
    assert [
        line for line in installs if "--require-hashes" not in line and not any(own in line for own in OUR_OWN)
    ] == []
    assert not re.search(r"\bnpm (?:install|i)\b", "\n".join(texts))


def test_the_audit_looks_once_a_week() -> None:
    path = REPOSITORY / ".github" / "workflows" / "audit.yml"
    (schedule,) = yaml.safe_load(path.read_text("utf-8"))[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \d", schedule["cron"])
    run = "\n".join(scripts(path))
    assert all(step in run for step in ("make audit", "actionlint", "zizmor", "make fuzz"))
