"""Whatever the bytes, reading ends, loses nothing in silence, and keeps damage where it is."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from paperatlas.bibliography import Library, read_library
from paperatlas.bibliography.latex.decode import decode, decode_plain
from paperatlas.bibliography.model.marked_text import MarkedText, plain
from paperatlas.bibliography.model.names import read_names
from paperatlas.diagnostics.problem import Problem
from tests.fuzz.targets import use_entry

QUICK = settings(
    deadline=None,
    # `make fuzz` asks for many more.
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "150")),
    suppress_health_check=[HealthCheck.too_slow],
)

PIECES = [
    "@article{", "@book(", "@string{", "@comment{", "@preamble{", "\n@misc{k,\n", "@{x,", "title = ", "author = {",
    "year = 2020", "month = jan", "crossref = {a}", "xdata = {a,b}", "date = {2020/}", "url = {https://", " and ",
    "others", "\\emph{", '\\"{o}', "\\'", "\\char", "\\frac{a}{b}", "\\enquote{", "{\\em ", "\\noopsort{", "\\url{",
    "$", "{", "}", "(", ")", '"', ",", "=", "#", "%", "\\", "@", "~", "--", "``", "\n", "\r\n", "\0", "\ufeff", "é",
    "中", "\ufffd", "a", "B", "1", " ", "given=", "et al.", ";", "&", "-", "`", "'", "_", "^", ":", "/", ".",
]  # fmt: skip

markup = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)


def read(data: bytes) -> tuple[Library, tuple[Problem, ...]]:
    """Read bytes as a library of one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.bib"
        path.write_bytes(data)
        return read_library([path], Path(folder))


@QUICK
@given(st.binary(max_size=400) | markup.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"@")
@example(b"@a{b,c={@a{b,c={")
@example(b'@a(b,c="(")')
@example(b"@string{a=a}@a{b,c=a}")
@example(b"\xff\xfe@\x00a\x00")
@example(b"\xff\xfe\x00\xd8")
def test_any_bytes(data: bytes) -> None:
    library, problems = read(data)
    for entry in library.entries:
        use_entry(entry)
    (file,) = library.files
    assert file.read == len(library.entries)
    assert file.starts - file.read == sum(problem.code == "SYN002" for problem in problems)
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for problem in problems:
        assert 0 <= problem.line <= lines
        assert problem.column >= 0


NEIGHBOUR = (
    "@article{%s,\n  author = {Doe, Jane and {\\O}st, Bo},\n  title = {A {B} \\emph{c}},\n  date = {2020-01},\n}\n"
)

MIDDLE = """@inproceedings{middle,
  author    = {Müller, J{\\"o}rg and {Open AI}},
  title     = "On {$x$} and `y'",
  booktitle = {Proc. of } # {X},
  abstract  = {Several lines,
    with = signs, and "quotes".},
  year      = 2020,
  month     = mar,
}
"""


@QUICK
@given(st.data())
def test_damage_to_one_entry_leaves_the_others_whole(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(MIDDLE)))
    end = data.draw(st.integers(start, min(len(MIDDLE), start + 30)))
    signs = st.lists(st.sampled_from([*'{}"(),=#%\\$ab1 ', "{{", "}}"]), max_size=4).map("".join)
    damaged = MIDDLE[:start] + data.draw(signs) + MIDDLE[end:]
    if re.search(r"(?m)^\s*@comment", damaged):
        return
    library, problems = read(f"{NEIGHBOUR % 'first'}\n{damaged}\n{NEIGHBOUR % 'last'}".encode())
    sound = {entry.key: entry for entry in library.entries}
    for key in ("first", "last"):
        entry = sound[key]
        assert [name.display for name in entry.names("author").names] == ["Jane Doe", "Bo Øst"]
        assert str(entry.text("title")) == "A B c"
        assert str(entry.date) == "2020-01"
        assert set(entry.fields) == {"author", "title", "date"}
        assert not any(entry.span.line <= problem.line <= entry.end_line for problem in problems if problem.line)


VALUE = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="{}\\@\"$~`'%-\u2028\u2029"), max_size=40
)


@QUICK
@given(st.dictionaries(st.sampled_from(["title", "note", "publisher", "abstract"]), VALUE, min_size=1), st.booleans())
def test_plain_values_come_back(values: dict[str, str], quoted: bool) -> None:
    opening, closing = '""' if quoted else "{}"
    fields = "".join(f"  {name} = {opening}{value}{closing},\n" for name, value in values.items())
    library, problems = read(f"@misc{{key,\n{fields}}}\n".encode())
    (entry,) = library.entries
    assert not any(problem.code.startswith("SYN") for problem in problems)
    for name, value in values.items():
        assert entry.fields[name].raw == value
        expected = re.sub(r" +", " ", value).strip(" ")
        assert (entry.text(name) or MarkedText.of("")).text == expected


# What looks like LaTeX is read as such, however it was escaped: Zotero escapes `Fran\\.A` a second time.
LIKE_LATEX = re.compile(r"\\[A-Za-z'`\"=.~^]")


@QUICK
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\t\n"), max_size=60))
def test_text_survives_the_way_through_bibtex(text: str) -> None:
    marked = MarkedText.of(text)
    again = plain(decode(marked.bibtex).nodes)
    changed = any(sign in text for sign in ("--", "``", "''", "`", "://", "\n", "\t", "  "))
    if not changed and not LIKE_LATEX.search(text) and text == text.strip(" "):
        assert again == text


@QUICK
@given(markup)
def test_decoding_ends_in_clean_text(text: str) -> None:
    for node in decode(text).nodes:
        assert node
    assert "\n" not in decode_plain(text.replace("$", ""))
    again = MarkedText(decode(text).nodes, text)
    assert "<" not in re.sub(r"</?(?:em|strong|sup|sub|code|span)[^<>]*>", "", again.html)


@QUICK
@given(markup)
def test_any_names(text: str) -> None:
    names, complaints = read_names(text)
    for name in names.names:
        assert isinstance(name.sort_key, tuple)
    for complaint in complaints:
        assert 0 <= complaint.offset <= len(text)


@QUICK
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=1, max_size=5))
def test_names_are_split_where_and_stands(words: list[str]) -> None:
    names = [f"{word.capitalize()} Doe" for word in words]
    read_back, complaints = read_names(" and ".join(names))
    assert [name.display for name in read_back.names] == names
    assert complaints == ()
