"""New addresses in a .bib file: the values, and nothing else."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from paperatlas.bibliography import read_library
from paperatlas.services.addresses import Services
from paperatlas.upkeep.links.fix import Change, rewrite
from paperatlas.upkeep.links.targets import CheckedLink, checked_links_of

OLD, NEW = "https://ada.example/old", "https://ada.example/new"


def fixed(tmp_path: Path, data: bytes, new: str = NEW, old: str = OLD) -> tuple[bytes, list[Change]]:
    """The file after its links to `old` were to become `new`."""
    (tmp_path / "a.bib").write_bytes(data)
    library, _ = read_library([tmp_path / "a.bib"], tmp_path)
    links: list[CheckedLink] = [link for link in checked_links_of(library, Services()) if link.url == old]
    assert links
    return rewrite(data, "a.bib", [(link, new) for link in links])


WRITTEN = [
    "@misc{a, title = {X}, url = {§}}\n",
    '@misc{a, title = {X}, url = "§"}\n',
    "@misc{a, url = {§}, note = {See §, or {§}.}}\n",
    "@misc{a, url = {  §\t}}\n",
    "@misc{a,\r\n  title = {X},\r\n  url = {§},\r\n}\r\n",
    "@misc{a,\r  url = {§},\r}\r",
    "@misc(a, url = {§})\n",
    "@misc{a, title = {Über 图像},\n  author = {Ä}, code = {§}, % §\n}\n\n\n@misc{b,url={§}}",
    "Text § here.\n@comment{§}\n@string{x = {§}}\n@misc{a, code = {§}, website={§}}\n",
    "@misc{a, url = {§}, url = {§}}\n",
    "@misc{a, title = {never closed, url = {§},\n}\n@misc{b, url = {§}}\n",
]


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_only_values_change(tmp_path: Path, text: str, mark: bytes) -> None:
    data = mark + text.replace("§", OLD).encode()
    after, changes = fixed(tmp_path, data)
    places = [change for change in changes if not change.refused]
    assert places
    # Put back, each new address gives the file as it was.
    assert after.count(NEW.encode()) == len(places)
    assert after.replace(NEW.encode(), OLD.encode()) == data
    library, _ = read_library([_write(tmp_path, after)], tmp_path)
    assert [link.url for link in checked_links_of(library, Services())].count(NEW) == len(places)


def _write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "after.bib"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("written", "new", "after"),
    [
        ("https://ada.example/a_b", "https://ada.example/c_d%20e", "https://ada.example/c_d%20e"),
        (r"https://ada.example/a\_b", "https://ada.example/c_d%20e", r"https://ada.example/c\_d%20e"),
        (r"https://ada.example/a\_b\%20", "https://ada.example/c_d%20e", r"https://ada.example/c\_d\%20e"),
        ("https://ada.example/a", "https://ada.example/{x}", "https://ada.example/%7Bx%7D"),
        ("https://ada.example/a", 'https://ada.example/"x" y', "https://ada.example/%22x%22%20y"),
        ("https://ada.example/a", "https://ada.example/图", "https://ada.example/图"),
        ("https://ada.example/a", "https://ada.example/x#y~z&w", "https://ada.example/x#y~z&w"),
    ],
)
def test_a_new_address_is_written_as_the_old_one_is(tmp_path: Path, written: str, new: str, after: str) -> None:
    source = "@misc{{a, url = {{{}}}}}\n"
    old = written.replace("\\", "")
    data, changes = fixed(tmp_path, source.format(written).encode(), new, old)
    assert data.decode() == source.format(after)
    assert [change.refused for change in changes] == [""]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (f"@string{{x = {{{OLD}}}}}\n@misc{{a, url = x}}\n".encode(), "consists of several parts"),
        (b'@misc{a, url = {https://ada.example} # "/old"}\n', "consists of several parts"),
        (f"@misc{{a, url = {{{OLD}}}, title = {{\xfcber}}}}\n".encode("latin-1"), "not UTF-8"),
        (f"@misc{{a, url = {{{OLD}}}}}\n".encode("utf-16-le"), "NUL bytes"),
    ],
)
def test_what_is_not_certain_is_left(tmp_path: Path, data: bytes, why: str) -> None:
    after, changes = fixed(tmp_path, data)
    assert after == data
    assert [why in change.refused for change in changes] == [True]


def test_a_file_that_has_changed_meanwhile_is_left(tmp_path: Path) -> None:
    data = f"@misc{{a, url = {{{OLD}}}}}\n".encode()
    (tmp_path / "a.bib").write_bytes(data)
    library, _ = read_library([tmp_path / "a.bib"], tmp_path)
    changed = b"% new\n" + data
    after, changes = rewrite(changed, "a.bib", [(link, NEW) for link in checked_links_of(library, Services())])
    assert after == changed
    assert changes[0].refused
