from __future__ import annotations

import pytest

from paperatlas.notes.body import read_body


def test_everything_is_found_in_one_pass() -> None:
    body = read_body("See [b](b.md) and `[@x]`, as [@a].")
    assert [(cluster.start, cluster.end) for cluster in body.clusters] == [(29, 33)]
    assert [(link.start, link.target) for link in body.links] == [(4, "b.md")]
    assert body.text[29:33] == "[@a]"


MANY = 10_000
"""So many that a step which takes their square runs for minutes, and one that does not for a tenth of a second."""


@pytest.mark.parametrize(
    ("text", "clusters", "citations"),
    [
        ("[@a] " * MANY, MANY, MANY),
        ("@a [p. 3] " * MANY, MANY, MANY),
        (f"[{'@a; ' * MANY}@a]", 1, MANY + 1),
        (f"[{'@a; ' * MANY}", MANY, MANY),
        ("[@a; " * MANY, MANY, MANY),
        ("@a [" * MANY, MANY, MANY),
        (f"[@a{' [x]' * MANY}", 1, 1),
        (f"@a{' ' * MANY}", 1, 1),
        ("[" * MANY, 0, 0),
        ("[@ " * MANY, 0, 0),
        ("[x](" * MANY, 0, 0),
        ('[x](a "' * MANY, 0, 0),
        ("<code>" * MANY, 0, 0),
        ("\\(a " * MANY, 0, 0),
    ],
    ids=lambda text: repr(text[:8]) if isinstance(text, str) else "",
)
def test_reading_takes_as_many_steps_as_the_text_is_long(text: str, clusters: int, citations: int) -> None:
    found = read_body(text).clusters
    assert (len(found), sum(len(cluster.citations) for cluster in found)) == (clusters, citations)
