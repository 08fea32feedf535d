"""A file of tab-separated rows -> what was looked up of papers, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from paperatlas.bibliography.model.identifiers import is_source
from paperatlas.diagnostics.problem import Problem
from paperatlas.storage.tab_rows import TabRow, TabRules
from paperatlas.storage.tab_tables import TabTable, read_tab_table, read_tab_tables
from paperatlas.text.suggestions import nearest
from paperatlas.verification.model import FINDINGS, FOUND_STATES, VERIFICATION_COLUMNS, Verification
from paperatlas.verification.rules import (
    EMPTY_VERIFICATION_CELL,
    REPEATED_VERIFICATION,
    UNKNOWN_FINDING,
    UNREADABLE_VERIFICATIONS,
    UNSORTED_VERIFICATIONS,
    VERIFICATION_CELL_COUNT,
    VERIFICATION_CHARACTER,
    VERIFICATION_DATE,
    VERIFICATION_HEAD,
    VERIFICATION_SOURCE,
)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_verifications(paths: Iterable[Path], root: Path) -> tuple[tuple[Verification, ...], list[Problem]]:
    """Return the rows of some files, in order, and what is wrong with them. Places are relative to `root`."""
    return read_tab_tables(paths, root, _TABLE)


def read_verification_table(text: str, file: str) -> tuple[list[Verification], list[Problem]]:
    """Return what one file says was looked up, and what is wrong with it."""
    return read_tab_table(text, file, _TABLE)


def _verification(row: TabRow) -> Verification | Problem:
    """Return what a row states, or what is wrong with it."""
    key, what, when, source = row.cells
    subject, _, written = (part.strip() for part in what.partition(":"))
    if subject not in FINDINGS:
        return UNKNOWN_FINDING.at(row.cell_span(1), name=subject, near=nearest(subject, FINDINGS))
    findings: dict[str, str] = {}
    for part in filter(None, map(str.strip, written.split(";"))):
        name, _, value = (each.strip() for each in part.partition("="))
        if name not in FINDINGS[subject]:
            near = nearest(name, FINDINGS[subject])
            known = ", ".join(FINDINGS[subject])
            variant = "" if near else "finding"
            return UNKNOWN_FINDING.at(row.cell_span(1), variant, name=name, near=near, subject=subject, known=known)
        if not value or (name == "state" and value not in FOUND_STATES[subject]):
            known = ", ".join(sorted(FOUND_STATES[subject]))
            variant = "state" if name == "state" else "no-value"
            return UNKNOWN_FINDING.at(row.cell_span(1), variant, name=name, value=value, subject=subject, known=known)
        findings[name] = value
    day = _day(when)
    if day is None:
        return VERIFICATION_DATE.at(row.cell_span(2), written=when)
    if not is_source(source):
        return VERIFICATION_SOURCE.at(row.cell_span(3), source=source)
    return Verification(key, subject, findings, day, source, row.span, row.cell_span(0).column)


def _day(written: str) -> date | None:
    """Return a day of the calendar as ISO 8601 writes it; None for anything else."""
    try:
        return date.fromisoformat(written) if _DATE.fullmatch(written) else None
    except ValueError:
        return None


_TABLE = TabTable(
    columns=VERIFICATION_COLUMNS,
    cells=TabRules(VERIFICATION_HEAD, VERIFICATION_CELL_COUNT, EMPTY_VERIFICATION_CELL, VERIFICATION_CHARACTER),
    unreadable=UNREADABLE_VERIFICATIONS,
    unsorted=UNSORTED_VERIFICATIONS,
    row=_verification,
    name=lambda verification: verification.name,
    repeated=lambda verification: REPEATED_VERIFICATION.at(
        verification.span, key=verification.key, subject=verification.subject
    ),
)
