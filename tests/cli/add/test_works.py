"""The works that `paperatlas add` is given: identifiers and entries."""

from __future__ import annotations

import io
import sys

import pytest

from tests.cli.add.looms import PREPRINT, library
from tests.cli.conftest import Add
from tests.services import answers


@pytest.mark.parametrize(
    "data",
    [
        b"# my list\n2103.14030  # the first\n\nhttps://aclanthology.org/P19-1001\n",
        "\ufeff2103.14030\r\nP19-1001\r\n".encode(),
    ],
)
def test_identifiers_come_from_standard_input(add: Add, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = add({**PREPRINT, "acl/P19-1001.bib": answers.text(answers.ACL)}, "-", "--direction", "looms")
    assert (ran.code, ran.out.count("added '")) == (0, 2)


@pytest.mark.parametrize(
    ("data", "message"), [(b"", "there is nothing to add"), (b"@misc{", "holds no entry that can be read")]
)
def test_an_empty_input_is_a_misuse(add: Add, monkeypatch: pytest.MonkeyPatch, data: bytes, message: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = add({}, "-", "--direction", "looms")
    assert (ran.code, message in ran.err) == (2, True)


def test_bibtex_comes_from_standard_input(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO("@misc{é, author={Ü, A}, title={Ö}, year=2020}".encode()))
    )
    assert add({}, "-", "--direction", "looms").code == 0
    assert "author       = {Ü, A}" in library()
