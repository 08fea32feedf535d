"""Packed files are unpacked up to a limit, and what is larger is told."""

from __future__ import annotations

import gzip
import io

import pytest

from paperatlas.formats import packed
from paperatlas.formats.detect import ImportOptions, read_into
from paperatlas.formats.papers_with_code import PapersWithCodeArchive

LIMIT = 1 << 20


@pytest.mark.parametrize(("size", "problem"), [(LIMIT, None), (LIMIT + 1, "too_large"), (40 * LIMIT, "too_large")])
def test_a_file_that_unpacks_to_more_than_the_limit_is_not_read(size: int, problem: str | None) -> None:
    data, found = packed.unpack(gzip.compress(b" " * size), "bomb.ris.gz", LIMIT)
    assert (len(data), found and found.variant) == ((0, problem) if problem else (size, None))
    if found:
        assert str(found) == (
            "bomb.ris.gz: The file unpacks to more than 1 MB. "
            "Unpack it yourself, and import it in several parts. [IMP001]"
        )


def test_an_archive_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_READ", LIMIT)
    archive = PapersWithCodeArchive()
    members = b'[{"paper_url": "x", "title": "Notes"},' + b" " * 4 * LIMIT + b"]"
    read_into(archive, io.BytesIO(gzip.compress(members)), "papers.json.gz", ImportOptions())
    assert [(problem.code, problem.variant) for problem in archive.problems] == [("IMP001", "too_large")]
    assert [one.record.fields["title"] for one in archive.readout().found] == ["Notes"]


def test_no_more_of_a_beginning_is_unpacked_than_is_given() -> None:
    head = gzip.compress(b" " * 40 * LIMIT)[:4096]
    assert packed.unpacked_head(head) == b" " * 4096
    assert packed.unpacked_head(b"TY  - JOUR") == b"TY  - JOUR"
