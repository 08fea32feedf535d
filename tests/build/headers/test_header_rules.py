"""The headers of a site, as hosts and web servers read them."""

from __future__ import annotations

import pytest

from paperatlas.build.headers.header_rules import SERVERS, HeaderRule, complete_policies, read_rules
from paperatlas.build.headers.inline_parts import InlinePart

TEXT = """\
# A comment: with a colon
/*
  Content-Security-Policy: default-src 'self'
  X-Content-Type-Options: nosniff

/atlas.json
  Access-Control-Allow-Origin: *
"""
RULES = (
    HeaderRule("/*", (("Content-Security-Policy", "default-src 'self'"), ("X-Content-Type-Options", "nosniff"))),
    HeaderRule("/atlas.json", (("Access-Control-Allow-Origin", "*"),)),
)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", ()),
        (TEXT, RULES),
        ("  A: b\n", ()),
        ("/a\n/b\n  A: b:c\n", (HeaderRule("/a"), HeaderRule("/b", (("A", "b:c"),)))),
    ],
)
def test_rules_are_read(text: str, rules: tuple[HeaderRule, ...]) -> None:
    assert read_rules(text) == rules


def test_only_policies_are_completed() -> None:
    part = InlinePart("script", "a()")
    completed = complete_policies(TEXT, [part])
    assert completed == TEXT.replace("default-src 'self'", f"default-src 'self'; script-src 'self' {part.source}")
    assert complete_policies(completed, [part]) == completed


NGINX = """\
add_header Content-Security-Policy "default-src 'self'" always;
add_header X-Content-Type-Options "nosniff" always;
location = /atlas.json {
    add_header Content-Security-Policy "default-src 'self'" always;
    add_header X-Content-Type-Options "nosniff" always;
    add_header Access-Control-Allow-Origin "*" always;
}
"""
APACHE = """\
Header always set Content-Security-Policy "default-src 'self'"
Header always set X-Content-Type-Options "nosniff"
<Files "atlas.json">
    Header always set Access-Control-Allow-Origin "*"
</Files>
"""
CADDY = """\
header /* Content-Security-Policy "default-src 'self'"
header /* X-Content-Type-Options "nosniff"
header /atlas.json Access-Control-Allow-Origin "*"
"""


@pytest.mark.parametrize(("server", "text"), [("nginx", NGINX), ("apache", APACHE), ("caddy", CADDY)])
def test_what_a_server_reads(server: str, text: str) -> None:
    assert SERVERS[server](RULES) == text
