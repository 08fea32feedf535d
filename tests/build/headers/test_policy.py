"""A policy and what it allows besides."""

from __future__ import annotations

import pytest

from paperatlas.build.headers.inline_parts import InlinePart
from paperatlas.build.headers.policy import with_digests

SCRIPT, STYLE = InlinePart("script", "a()"), InlinePart("style", "p{}")
ATTRIBUTE, HANDLER = InlinePart("style attribute", "width: 1%"), InlinePart("handler", "go()")

# the policy, what it is to allow, and the policy that does
POLICIES = [
    ("default-src 'self'", [], "default-src 'self'"),
    ("default-src 'self'; script-src 'none' ;", [], "default-src 'self'; script-src 'none'"),
    ("script-src 'self'", [SCRIPT], f"script-src 'self' {SCRIPT.source}"),
    # A directive that is there takes the place of the default, so it begins with what that allows.
    ("default-src 'self' https:", [STYLE], f"default-src 'self' https:; style-src 'self' https: {STYLE.source}"),
    ("img-src data:", [STYLE], f"img-src data:; style-src 'self' {STYLE.source}"),
    ("style-src 'self'", [ATTRIBUTE], f"style-src 'self' 'unsafe-hashes' {ATTRIBUTE.source}"),
    ("script-src 'self'", [HANDLER], f"script-src 'self' 'unsafe-hashes' {HANDLER.source}"),
    (f"script-src {SCRIPT.source}", [SCRIPT], f"script-src {SCRIPT.source}"),
    # A digest would make browsers forget it.
    ("script-src 'unsafe-inline'", [SCRIPT], "script-src 'unsafe-inline'"),
]


@pytest.mark.parametrize(("policy", "parts", "completed"), POLICIES)
def test_a_policy_allows_what_it_is_told(policy: str, parts: list[InlinePart], completed: str) -> None:
    assert with_digests(policy, parts) == completed
