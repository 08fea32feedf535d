"""What is mended with certainty: the text before, the codes that have edits, the text after."""

from __future__ import annotations

import pytest

from paperatlas.diagnostics.edits import apply_edits
from tests.bibliography.conftest import Read

MENDED = [
    # a comma is missing
    ("@book{a,\n  title = {One}\n  year = {2020},\n}", ["SYN003"], "@book{a,\n  title = {One},\n  year = {2020},\n}"),
    ('@book{a,\n  title = "One"\n  year = 2020\n  note = x\n}', ["SYN003", "SYN003"],
     '@book{a,\n  title = "One",\n  year = 2020,\n  note = x\n}'),
    ("@book{a, title = {One} # {Two} year = {2020}}", ["SYN003"], "@book{a, title = {One} # {Two}, year = {2020}}"),
    ("@book{a\n  title = {One},\n}", ["SYN003"], "@book{a,\n  title = {One},\n}"),
    ("@book{a  title = {One}}", [], ""),
    ("@book{a,\n  title = {One\n  year = {2020},\n}", [], ""),
    ("@book{a,\n  title = {One}}\n  year = {2020},\n}", [], ""),
    ("@book{a,\n  title = One Two\n  year = {2020},\n}", [], ""),
    # "et al." as a name
    ("@misc{a, author = {Ada Lovelace and et al.}}", ["NAM004"], "@misc{a, author = {Ada Lovelace and others}}"),
    ("@misc{a, author = {张三 and 等}}", ["NAM004"], "@misc{a, author = {张三 and others}}"),
    ("@misc{a, author = {Ada Lovelace et al.}}", [], ""),
    ("@misc{a, author = {et al.}}", [], ""),
    # HTML
    ("@misc{a, title = {War &amp; Peace &amp; X}}", ["TEX004"], "@misc{a, title = {War \\& Peace &amp; X}}"),
    ("@misc{a, title = {1 &lt; 2}}", [], ""),
    # the address of a DOI
    ("@misc{a, doi = {https://doi.org/10.1/x_y}}", ["IDN006"], "@misc{a, doi = {10.1/x_y}}"),
    ('@misc{a, doi = "HTTP://dx.doi.org/10.1/x"}', ["IDN006"], '@misc{a, doi = "10.1/x"}'),
    ("@misc{a, doi = {10.1/x}}", [], ""),
    ("@misc{a, doi = {doi:10.1/x}}", ["IDN006"], "@misc{a, doi = {10.1/x}}"),
    ("@misc{a, doi = {https://doi.org/10.1/x%2Fy}}", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("before", "codes", "after"), MENDED)
def test_edits(before: str, codes: list[str], after: str, read: Read) -> None:
    before = before.replace("10.1/", "10.1000/")
    library, problems = read(before)
    edits = [problem.edit for problem in problems if problem.edit]
    assert [problem.code for problem in problems if problem.edit] == codes
    text, left = apply_edits(before.encode(), edits)
    assert (text.decode(), left) == (after.replace("10.1/", "10.1000/") if codes else before, [])
    again, rest = read(text.decode())
    assert not {edit for problem in rest if (edit := problem.edit)} & set(edits)
    names = [[(field.name, field.raw) for field in entry.fields.values()] for entry in again.entries]
    assert [[name for name, _ in entry] for entry in names] == [list(entry.fields) for entry in library.entries]


PUT_TOGETHER = [
    '@misc{a, author = "A B" # " and et al."}',
    '@misc{a, title = "War &a" # "mp; Peace"}',
    '@string{org = "https://doi."}\n@misc{a, doi = org # "org/10.1000/x"}',
]


@pytest.mark.parametrize("text", PUT_TOGETHER)
def test_values_that_are_put_together_are_left(text: str, read: Read) -> None:
    _, problems = read(text)
    edits = [problem.edit for problem in problems if problem.edit]
    assert edits
    assert apply_edits(text.encode(), edits) == (text.encode(), edits)
