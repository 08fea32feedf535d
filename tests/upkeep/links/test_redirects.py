"""Whether an address that has moved leads to the same thing."""

from __future__ import annotations

import pytest

from paperatlas.upkeep.links.redirects import classify_redirect

G = "https://github.com"
MOVES = [
    # the same address, encrypted
    ("http://ada.example/x", "https://ada.example/x", "secure"),
    ("http://ada.example/x#y", "https://ada.example/x", "secure"),
    ("http://ada.example/", "https://ada.example/", "secure"),
    # encryption given up
    ("https://ada.example/x", "http://ada.example/x", "unsure"),
    # repositories
    (f"{G}/ada/old", f"{G}/ada/new", "same"),
    (f"{G}/ada/old/tree/main/src", f"{G}/lovelace/new/tree/main/src", "same"),
    (f"{G}/ada/old/tree/master", f"{G}/ada/old/tree/main", "unsure"),
    (f"{G}/ada/old", f"{G}/login?return_to=ada", "lost"),
    (f"{G}/ada/old", f"{G}/", "lost"),
    ("https://gitlab.example/ada/engine", f"{G}/ada/engine", "same"),
    # the last step of the path stays
    ("https://www.aclweb.org/anthology/P19-1001/", "https://aclanthology.org/P19-1001/", "same"),
    ("https://arxiv.org/pdf/2006.11239.pdf", "https://arxiv.org/pdf/2006.11239", "same"),
    ("https://ada.example/glow.html", "https://ada.example/projects/glow/", "same"),
    ("https://ada.example/Glow/", "https://ada.example/glow/", "same"),
    ("https://ada.example/glow", "https://www.ada.example/glow/", "same"),
    ("https://ada.example/a%20b", "https://ada.example/new/a b", "same"),
    ("https://openreview.example/forum?id=abc1", "https://openreview.example/pdf/forum?id=abc1", "same"),
    # it does not
    ("https://ada.example/glow", "https://ada.example/projects", "unsure"),
    ("https://ada.example/~eve/demo", "https://bob.example/demo", "unsure"),
    ("https://ada.example/glow/paper", "https://ada.example/paper", "unsure"),
    ("https://openreview.example/forum?id=abc1", "https://openreview.example/forum", "unsure"),
    # front pages
    ("https://ada.example/glow", "https://ada.example/", "lost"),
    ("https://ada.example/glow", "https://ada.example/index.html", "lost"),
    ("https://ada.example/glow", "https://parked.example", "lost"),
    ("https://ada.example/", "https://www.ada.example/", "same"),
    ("https://ada.example/", "https://bob.example/", "unsure"),
    # a login, an error, a detour
    ("https://ada.example/glow", "https://ada.example/login?x=glow", "lost"),
    ("https://ada.example/glow", "https://accounts.example/glow", "lost"),
    ("https://ada.example/glow", "https://ada.example/users/sign_in/glow", "lost"),
    ("https://ada.example/glow", "https://ada.example/glow?returnUrl=/", "lost"),
    ("https://ada.example/glow", "https://ada.example/glow?returnUrl=", "lost"),
    ("https://ada.example/glow?returnurl=", "https://ada.example/new/glow?returnUrl=", "same"),
    ("https://ada.example/glow", "https://ada.example/404/glow", "lost"),
    ("https://ada.example/blogin/glow1", "https://ada.example/catalogin/glow1", "same"),
    ("https://ada.example/oauth/login-flows", "https://ada.example/docs/oauth/login-flows", "same"),
]


@pytest.mark.parametrize(("old", "moved", "move"), MOVES)
def test_moves(old: str, moved: str, move: str) -> None:
    assert classify_redirect(old, moved, moved) == move


@pytest.mark.parametrize(
    ("old", "moved", "final", "move"),
    [
        ("http://ada.example/x", "https://ada.example/x", "https://ada.example/x/en", "secure"),
        ("http://ada.example/x", "https://ada.example/x", "https://ada.example/login", "lost"),
        ("https://ada.example/glow", "https://ada.example/p/glow", "https://ada.example/", "lost"),
        ("https://ada.example/glow", "https://ada.example/p/glow", "https://ada.example/en/p/glow", "same"),
    ],
)
def test_where_one_arrives_counts_too(old: str, moved: str, final: str, move: str) -> None:
    assert classify_redirect(old, moved, final) == move
