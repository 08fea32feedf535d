"""The exported BibLaTeX as Biber, BibLaTeX's own reader, reads it: nothing is missing and nothing is changed.

Biber's tool mode writes what it has read. A field that its data model does not have it leaves out, so it is told ours
the way a document would tell it: as a part of the data model.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from paperatlas.bibliography import Entry, parse_library, read_library
from paperatlas.bibliography.model.fields import NAME_FIELDS, VERBATIM
from paperatlas.check.data_model import TYPES_WITH_A_KIND
from paperatlas.formats.bibtex.writer import bibtex
from paperatlas.formats.records.entry_text import entry_text
from paperatlas.formats.records.record import Record
from tests.formats.bibtex.test_writer import CHILD, PARENT, TIDY
from tests.formats.conftest import ODD_ENTRIES, ReadEntries
from tests.formats.test_round_trips import records

KNOWN_FIELD = re.compile(r"<field [^>]*>([^<]+)</field>")
NOT_WRITTEN = re.compile(r'(datatype="(?:literal|name)") skip_output="true"')
"""What Biber reads to sort by and keeps to itself, unless it is told otherwise."""


@dataclass(frozen=True)
class Biber:
    """Biber, in a folder where it may write; `data_model` is the configuration that its tool mode begins with."""

    folder: Path
    data_model: str

    def read(self, entries: Iterable[Entry], *options: str) -> tuple[dict[str, Entry], list[str]]:
        """The entries that Biber has of those that are written, by key, and what it complains of."""
        written, config, output = (self.folder / name for name in ("written.bib", "biber.conf", "output.bib"))
        text = "".join(bibtex(entries))
        written.write_text(text, encoding="utf-8")
        ours = {*re.findall(r"^  ([^\s=]+) +=", text, re.MULTILINE)} - {*KNOWN_FIELD.findall(self.data_model)}
        config.write_text(with_fields(self.data_model, ours), encoding="utf-8")
        files = [f"--configfile={config}", f"--output-file={output}", str(written)]
        command = ["biber", "--tool", "--nolog", "--output-format=bibtex", *options, *files]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        library, _ = read_library([output], self.folder)
        return {entry.key: entry for entry in library.entries}, re.findall(
            r"^(?:WARN|ERROR) - (.*)$", said, re.MULTILINE
        )


@pytest.fixture(scope="module")
def data_model() -> str:
    shown = subprocess.run(["biber", "--tool-config"], capture_output=True, text=True, check=True).stdout
    return Path(shown.strip().splitlines()[-1]).read_text(encoding="utf-8")


@pytest.fixture
def biber(tmp_path: Path, data_model: str) -> Biber:
    return Biber(tmp_path, data_model)


def with_fields(config: str, names: Collection[str]) -> str:
    """Biber's configuration with more fields, for every type of entry, and all of them written."""
    config = NOT_WRITTEN.sub(r"\1", config)
    fields = "".join(f'<field fieldtype="field" datatype="verbatim">{name}</field>' for name in names)
    allowed = "".join(f"<field>{name}</field>" for name in names)
    declared = config.replace("</fields>", f"{fields}</fields>", 1)
    return (
        declared.replace("<entryfields>", f"<entryfields>{allowed}</entryfields><entryfields>", 1) if names else config
    )


def content(entry: Entry) -> dict[str, object]:
    """What an entry says, whatever its spaces, its LaTeX and the order of its fields are."""
    said: dict[str, object] = {"(type)": entry.kind}
    for name, field in entry.own_fields.items():
        if field.raw.strip():
            said[name] = _value(entry, name, field.raw)
    if entry.type in TYPES_WITH_A_KIND:
        # Biber writes `@phdthesis` as what it is an alias of: `@thesis` with a `type`.
        said.setdefault("type", entry.type)
    return said


def _value(entry: Entry, name: str, raw: str) -> object:
    if name in NAME_FIELDS:
        names = entry.names(name)
        return [name.display for name in names.names], names.others
    if name == "keywords":
        return [keyword.value for keyword in entry.list(name)]
    if name == "date":
        return raw.lstrip("0")  # Biber writes the year 800 as such.
    text = None if name in VERBATIM else entry.text(name)
    return " ".join((text.text if text else raw).split())


def test_the_atlas_own_library(real_entries: tuple[Entry, ...], biber: Biber) -> None:
    read, complaints = biber.read(real_entries, "--validate-datamodel")
    assert complaints == []
    assert len(read) == len(real_entries)
    for entry in real_entries:
        assert content(read[entry.key]) == content(entry)


@settings(max_examples=1, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(records(), min_size=40, max_size=40))
def test_any_entries(biber: Biber, found: list[Record]) -> None:
    text = "\n".join(entry_text(record, f"k{number}") for number, record in enumerate(found))
    (library, problems) = parse_library(text.encode(), "a.bib")
    assert [problem for problem in problems if problem.severity == "error"] == []
    read, complaints = biber.read(library.entries)
    assert complaints == []
    assert {entry.key: content(read[entry.key]) for entry in library.entries} == {
        entry.key: content(entry) for entry in library.entries
    }


@pytest.mark.parametrize("text", [ODD_ENTRIES, TIDY, CHILD + PARENT], ids=["odd", "tidy", "inheriting"])
def test_odd_entries(text: str, entries_of: ReadEntries, biber: Biber) -> None:
    entries = entries_of(text)
    read, _ = biber.read(entries)
    assert [*read] == [entry.key for entry in entries]
    for entry in entries:
        # A name of a field that is not ASCII is spelled out, or Biber would not read the file.
        expected = {name.replace("日付", "u65e5u4ed8"): value for name, value in content(entry).items()}
        assert content(read[entry.key]) == expected
