"""Where entries begin, whatever stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.bibliography import read_library

HOSTILE = [
    b"@" + b" " * 200_000,
    b"@misc" + b" " * 200_000 + b"x",
    b"@" * 200_000,
    b"@misc{a, title=" + b"{" * 200_000,
    b'@misc{a, title="' * 20_000,
    b"".join(b"@misc{k%d, title={x}} " % number for number in range(20_000)),
    b"".join(b"  @misc{k%d, title={x}}\n " % number for number in range(20_000)),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_more_than_linear_time(tmp_path: Path, data: bytes) -> None:
    # No clock: quadratic time over this much would outlast any patience, so that it is seen.
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    library, _ = read_library([path], tmp_path)
    assert library.files[0].starts == library.files[0].read


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("@misc{a, title={100% sure}} @misc{b, title={x}}", ["a", "b"]),
        ("@misc{a, title={100% sure}} % @misc{b, title={x}}", ["a"]),
        ("% @misc{a, title={x}} @misc{b, title={y}}\n@misc{c, title={z}}", ["c"]),
    ],
)
def test_a_percent_sign_in_a_value_hides_nothing(tmp_path: Path, text: str, keys: list[str]) -> None:
    path = tmp_path / "a.bib"
    path.write_text(text, encoding="utf-8")
    library, _ = read_library([path], tmp_path)
    assert [entry.key for entry in library.entries] == keys
