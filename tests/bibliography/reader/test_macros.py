"""`@string` macros and values joined by `#`."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from tests.bibliography.conftest import Read

# text, the value of the field `note` of the last entry, problems
MACROS = [
    ('@string{j = "Journal"}\n@misc{a, note = j}', "Journal", []),
    ("@string{j = {Journal}}\n@misc{a, note = J}", "Journal", []),
    ("@STRING(J = {Journal})\n@misc{a, note = j}", "Journal", []),
    ("@string{j = {Journal}, k = {Kind}}\n@misc{a, note = k # j}", "KindJournal", []),
    (
        '@string{a = "A"}\n@string{b = a # " and B"}\n@misc{a, note = b # {, } # c}\n@string{c = {C}}',
        "A and B, C",
        ["MAC003"],
    ),
    ('@misc{a, note = "a" # {b} # 3}', "ab3", []),
    ('@misc{a, note = mar # " 5"}', "March 5", []),
    ("@string{mar = {Maerz}}\n@misc{a, note = mar}", "Maerz", []),
    ("@misc{a, note = j}", "j", ["MAC001"]),
    ("@misc{a, note = {x} # j # {y}}", "xjy", ["MAC001"]),
    ("@misc{a, note = j}\n@string{j = {Journal}}", "Journal", ["MAC003"]),
    ("@string{j = {One}}\n@string{j = {Two}}\n@misc{a, note = j}", "Two", ["MAC002"]),
    ("@string{j = {One}}\n@string{j = {One}}\n@misc{a, note = j}", "One", []),
    ("@string{j = k}\n@string{k = j}\n@misc{a, note = j}", "j", ["MAC004", "MAC004"]),
    ("@string{j = j}\n@misc{a, note = j}", "j", ["MAC004"]),
    ("@string{j {Journal}}\n@misc{a, note = j}", "Journal", ["SYN011"]),
    ("@string{}\n@misc{a, note = {n}}", "n", ["MAC005"]),
    ('@string{j = "Journal" k = "Kind"}\n@misc{a, note = k # j}', "KindJournal", ["SYN003"]),
    ("@string{j = {{\\LaTeX}}}\n@misc{a, note = j}", "{\\LaTeX}", []),
]


@pytest.mark.parametrize(("text", "value", "codes"), MACROS)
def test_macro(read: Read, text: str, value: str, codes: list[str]) -> None:
    library, problems = read(text)
    assert library.entries[-1].fields["note"].raw == value
    assert [problem.code for problem in problems] == codes


def test_redefinition_holds_from_its_line_on(read: Read) -> None:
    library, _ = read("@string{j={One}}\n@misc{a, note=j}\n@string{j={Two}}\n@misc{b, note=j}")
    assert [entry.fields["note"].raw for entry in library.entries] == ["One", "Two"]


def test_macros_of_other_files(read: Read) -> None:
    library, problems = read(
        "@misc{a, note = early # late}", "@string{early = {E}}\n@misc{b, note = early # late}", "@string{late = {L}}"
    )
    assert [entry.fields["note"].raw for entry in library.entries] == ["EL", "EL"]
    assert {problem.code for problem in problems} == {"MAC003"}
    assert "b.bib:1:9" in problems[0].message


def test_near_miss_is_named(read: Read) -> None:
    _, (_, problem) = read("@string{neurips = {NeurIPS}}\n@misc{a,\n  note = neurps,\n}")
    assert str(problem.span) == "a.bib:3:10"
    assert "Did you mean 'neurips'?" in problem.hint


def test_macros_that_grow_without_bound_are_cut(read: Read) -> None:
    lines = ["@string{m0 = {xxxxxxxxxx}}"]
    lines += [f"@string{{m{number} = m{number - 1} # m{number - 1}}}" for number in range(1, 45)]
    library, problems = read(
        "\n".join([*lines, "@misc{a, note = m44}", "@misc{b, note = " + " # ".join(["m44"] * 90) + "}"])
    )
    assert len(library.entries[0].fields["note"].raw) < 20_000
    assert len(library.entries[1].fields["note"].raw) < 200_000
    assert {problem.code for problem in problems} == {"MAC006"}


def test_preamble_and_comments_are_no_entries(read: Read) -> None:
    library, problems = read(
        '@preamble{ "\\newcommand{\\x}{y}" # j }\n@comment{x}\n@Comment jabref\n@string{j = {J}}\n'
    )
    assert library.entries == ()
    assert problems == ()


UNUSED = [
    # files, the places and sentences of what is not used
    (["@string{j = {J}}\n@misc{a, note = {j}}"], [("0.bib:1:9", "The macro 'j' is not used.")]),
    (["@string{j = {J}}\n@misc{a, note = J # {x}}"], []),
    (
        ["@string{j = {J}, k = {K}}\n@string{l = {L}}\n@misc{a}"],
        [("0.bib:1:9", "3 macros of this file are not used, 'j' among them.")],
    ),
    (["@string{j = {J}}\n@string{k = j}\n@misc{a, note = k}"], []),
    (["@string{j = {J}}\n@misc{a}", "@misc{b, note = j}"], []),
    # a file of macros alone may be shared
    (["@string{j = {J}}", "@misc{b}"], []),
]


@pytest.mark.parametrize("cached", [False, True])
@pytest.mark.parametrize(("texts", "told"), UNUSED)
def test_macros_that_are_not_used(texts: list[str], told: list[tuple[str, str]], cached: bool, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.bib" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    for _ in range(1 + cached):
        _, problems = read_library(paths, tmp_path, tmp_path / "cache" if cached else None)
    found = [problem for problem in problems if problem.code == "MAC007"]
    assert [(str(problem.span), problem.message) for problem in found] == told
