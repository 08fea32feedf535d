from __future__ import annotations

from paperatlas.notes.body import read_body


def test_everything_is_found_in_one_pass() -> None:
    body = read_body("See [b](b.md) and `[@x]`, as [@a].")
    assert [(cluster.start, cluster.end) for cluster in body.clusters] == [(29, 33)]
    assert [(link.start, link.target) for link in body.links] == [(4, "b.md")]
    assert body.text[29:33] == "[@a]"
