"""Records outlive a version of the program, are read by people, and are left out one by one where they are damaged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperatlas.storage.files import WriteError
from paperatlas.storage.records import _decode, _encode, load_records, update_records


@dataclass(frozen=True)
class Song:
    title: str
    verses: tuple[int, ...] = ()
    loud: bool = False


SONGS = {"b": Song("歌", (3, 4)), "a": Song("Reed", loud=True)}
TEXT = """\
{
 "version": 1,
 "songs": {
  "a": {
   "title": "Reed",
   "loud": true
  },
  "b": {
   "title": "歌",
   "verses": [
    3,
    4
   ]
  }
 }
}
"""


def test_a_file_is_json_for_people_in_the_order_of_its_keys_without_defaults() -> None:
    assert _encode("songs", SONGS).decode() == TEXT


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8")),
        st.builds(Song, st.text(st.characters(codec="utf-8")), st.lists(st.integers(0, 9)).map(tuple), st.booleans()),
    )
)
def test_what_is_written_is_read(songs: dict[str, Song]) -> None:
    assert _decode(_encode("songs", songs), "songs", Song) == songs


def test_half_a_surrogate_pair_does_not_stop_the_writing() -> None:
    assert _decode(_encode("songs", {"a": Song("\ud800x")}), "songs", Song) == {"a": Song("?x")}


@pytest.mark.parametrize(
    "song",
    [
        3,
        None,
        [],
        {},
        {"title": 3},
        {"title": "x", "verses": 3},
        {"title": "x", "verses": [0.5]},
        {"title": "x", "loud": 1},
    ],
)
def test_a_damaged_record_is_left_out_alone(song: object) -> None:
    data = json.dumps({"version": 1, "songs": {"x": song, "y": {"title": "Y", "more": 1}}}).encode()
    assert _decode(data, "songs", Song) == {"y": Song("Y")}


@pytest.mark.parametrize("size", range(len(TEXT.encode()) - 3))
def test_a_file_cut_short_holds_nothing(size: int) -> None:
    assert _decode(TEXT.encode()[:size], "songs", Song) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\xff",
        b"[]",
        b"3",
        b'{"version": 1}',
        b'{"version": 2, "songs": {"a": {"title": "x"}}}',
        b'{"version": true, "songs": {"a": {"title": "x"}}}',
        b'{"songs": {"a": {"title": "x"}}}',
        b'{"version": 1, "songs": 3}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"version": 1, "songs": ' + b"[" * 200_000,
        b'{"version": 1, "songs": {"a": {"title": "\xff"}}}',
    ],
)
def test_a_damaged_or_foreign_file_holds_nothing(data: bytes) -> None:
    assert _decode(data, "songs", Song) == {}


def test_a_file_is_updated_in_a_folder_that_git_leaves_alone(tmp_path: Path) -> None:
    path = tmp_path / "cache/songs.json"
    assert load_records(path, "songs", Song) == {}
    update_records(path, "songs", Song, lambda there: {**there, "a": SONGS["a"]})
    update_records(path, "songs", Song, lambda there: {**there, "b": SONGS["b"]})
    assert load_records(path, "songs", Song) == SONGS
    assert {each.name: each.read_text(encoding="utf-8") for each in path.parent.iterdir()} == {
        "songs.json": TEXT,
        ".gitignore": "*\n",
    }


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file/songs.json"
    with pytest.raises(WriteError, match=r"cannot write the cache '.*songs\.json'"):
        update_records(path, "songs", Song, lambda there: there)
    assert load_records(path, "songs", Song) == {}
