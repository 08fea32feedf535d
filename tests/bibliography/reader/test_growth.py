"""A library is read in time that grows with its length, and in memory that is bounded, whatever stands in it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

from paperatlas.bibliography.model.entry_links import entry_links, own_addresses
from paperatlas.bibliography.model.published import is_published
from tests.bibliography.conftest import Read
from tests.growth import is_linear


def _field(name: str, value: str) -> str:
    return f"@misc{{a, title = {{T}}, year = 2020,\n  {name} = {{{value}}}\n}}\n"


@pytest.mark.parametrize(
    "text",
    [
        lambda size: _field("author", " and ".join(f"A{number}, B" for number in range(size))),
        lambda size: _field("author", ", ".join(f"A{number} B" for number in range(size))),
        lambda size: _field("uses", ", ".join(f"k{number}" for number in range(size))),
        lambda size: _field("abstract", "word " * 10 * size),
        lambda size: _field("title", "\\emph{" * size + "}" * size),
        lambda size: "@misc{a," + "".join(f" f{number} = {{x}},\n" for number in range(size)) + "}\n",
        lambda size: "@misc{a, title = {x}\n" * (size // 4),
        lambda size: "".join(f"@misc{{a{number}, crossref = {{a{number + 1}}}}}\n" for number in range(size)),
        lambda size: "".join(f"@misc{{a{number + 1}, crossref = {{a{number}}}}}\n" for number in range(8 * size)),
        lambda size: (
            f"@misc{{p, {', '.join(f'f{number} = {{x}}' for number in range(3 * size))}}}\n"
            + "".join(f"@misc{{a{number}, crossref = {{p}}}}\n" for number in range(3 * size))
        ),
        lambda size: (
            "@string{s = {x}}\n" * size + "".join(f"@misc{{a{number}, title = s}}\n" for number in range(size))
        ),
    ],
    ids=[
        "names",
        "names with commas",
        "keys",
        "text",
        "nested",
        "fields",
        "open entries",
        "parents",
        "children",
        "inherited fields",
        "one macro",
    ],
)
def test_an_entry_with_much_of_one_thing(read: Read, text: Callable[[int], str]) -> None:
    assert is_linear(lambda size: [entry.content(places=False) for entry in read(text(size))[0].entries], 250)


def test_a_long_chain_of_macros_takes_little_memory(read: Read) -> None:
    length, links = 9_000, 2_000
    chain = "".join(f"@string{{s{link + 1} = s{link} # {{x}}}}\n" for link in range(links))
    tracemalloc.start()
    read(f"@string{{s0 = {{{'x' * length}}}}}\n{chain}@misc{{a, title = s{links}}}\n")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 15_000_000  # of 19 MB that the values alone took


@pytest.mark.parametrize("piece", [" ", "\n", ", ", "; and "])
@pytest.mark.parametrize("name", ["url", "note", "pages", "author"])
def test_what_follows_from_a_field_of_blanks(read: Read, name: str, piece: str) -> None:
    def follow(size: int) -> None:
        library, _ = read(_field(name, f"{piece * size}x"))
        (entry,) = library.entries
        entry_links(entry)
        own_addresses(entry)
        for field in entry.own_fields.values():
            is_published(field)

    assert is_linear(follow, 1000)
