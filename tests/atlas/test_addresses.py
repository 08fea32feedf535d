from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.atlas import Address, href
from paperatlas.atlas.addresses import page_address, slugs


@pytest.mark.parametrize("key", ["ddpm", "k" * 200, "Kong:2021"[:4], "smith.2020", "a_b-c+d", "3d", "ddpm-"])
def test_a_safe_key_is_its_own_slug(key: str) -> None:
    assert slugs([key]) == {key: key}


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("DBLP:conf/nips/Ho20", "dblp-conf-nips-ho20-f1b0a3a1"),
        ("Müller2020", "muller2020-3c1d9a07"),
        ("神经网络", "d7a8e1c1"),
        ("index", "index-1bc04b52"),
        ("README", "readme-0d3b0f2d"),
        ("con.2020", "con-2020-5d2a9a3f"),
        ("a b", "a-b-c8687a08"),
        ("..", "a68a5b1c"),
        (".hidden", "hidden-5f3a4cfc"),
        ("dot.", "dot-0c6c8c4f"),
        ("k" * 201, "k" * 191 + "-00000000"),
        ("é" * 300, "e" * 191 + "-00000000"),
    ],
)
def test_any_other_key_is_slugged(key: str, slug: str) -> None:
    found = slugs([key])[key]
    assert found.rpartition("-")[0] == slug.rpartition("-")[0]
    assert len(found.rpartition("-")[2]) == 8


def test_keys_that_differ_in_case_only() -> None:
    found = slugs(["Foo", "foo"])
    assert found["Foo"] == "Foo"
    assert found["foo"].startswith("foo-")


@given(st.lists(st.text(min_size=1) | st.text(st.sampled_from("aé-"), min_size=190, max_size=300), unique=True))
def test_slugs_never_collide_and_are_plain(keys: list[str]) -> None:
    found = slugs(keys)
    assert list(found) == keys
    assert len({slug.lower() for slug in found.values()}) == len(keys)
    assert all(len(slug) <= 200 and slug.isascii() and "/" not in slug and "%" not in slug for slug in found.values())


@given(st.lists(st.text(min_size=1), unique=True, min_size=1))
def test_a_slug_depends_on_earlier_keys_only(keys: list[str]) -> None:
    assert slugs(keys[:1])[keys[0]] == slugs(keys)[keys[0]]


@pytest.mark.parametrize(
    ("origin", "target", "link", "file_link"),
    [
        ("", "papers/ddpm/", "papers/ddpm/", "papers/ddpm.html"),
        ("papers/ddpm/", "", "../../", "../index.html"),
        ("papers/ddpm/", "papers/ddim/", "../ddim/", "ddim.html"),
        ("papers/ddpm/", "papers/", "../", "index.html"),
        ("papers/", "papers/ddim/", "ddim/", "ddim.html"),
        ("papers/", "papers/", "./", "index.html"),
        ("directions/a/", "map/", "../../map/", "../map.html"),
        ("directions/a/", "directions/b/#group-x", "../b/#group-x", "b.html#group-x"),
        ("map/", "atlas.json", "../atlas.json", "atlas.json"),
        ("", "", "./", "index.html"),
    ],
)
def test_links(origin: str, target: str, link: str, file_link: str) -> None:
    assert href(Address(origin), Address(target)) == link
    assert href(Address(origin), Address(target), directory_urls=False) == file_link


_PATHS = st.lists(st.sampled_from(["papers", "ddpm", "a", "神经"]), max_size=4).map("/".join)
_ADDRESSES = st.tuples(_PATHS, st.sampled_from(["", "/"])).map(lambda parts: "".join(parts).removeprefix("/"))


@given(_ADDRESSES, _ADDRESSES, st.sampled_from(["", "#", "#group-x", "#a/b"]))
def test_a_link_is_the_relative_path(origin: str, target: str, fragment: str) -> None:
    slash = "" if target and not target.endswith("/") else "/"
    relative = posixpath.relpath(target or ".", posixpath.dirname(origin) or ".")
    assert href(Address(origin), Address(target + fragment)) == relative + slash + fragment


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("about.md", "about/"),
        ("directions/a.md", "directions/a/"),
        ("directions/index.md", "directions/"),
    ],
)
def test_address_of_a_markdown_file(source: str, address: str) -> None:
    assert page_address(source) == address
