"""The headers of a site: read from a file `_headers`, and written as each web server reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from paperatlas.build.headers.inline_parts import InlinePart
from paperatlas.build.headers.policy import with_digests

POLICY = "content-security-policy"
"""The name of a policy's header, in lower case."""


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """The headers of the files at an address; `/*` is every file."""

    path: str
    headers: tuple[tuple[str, str], ...] = ()


def read_rules(text: str) -> tuple[HeaderRule, ...]:
    """Return the rules of a file `_headers`: an address in a line of its own, its headers indented below it."""
    rules: list[HeaderRule] = []
    for line in text.splitlines():
        name, colon, value = line.strip().partition(":")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace() and rules and colon:
            rules[-1] = replace(rules[-1], headers=(*rules[-1].headers, (name.strip(), value.strip())))
        elif not line[0].isspace():
            rules.append(HeaderRule(line.strip()))
    return tuple(rules)


def complete_policies(text: str, parts: Iterable[InlinePart]) -> str:
    """Return a file `_headers` whose policies also allow these parts; everything else in it is as it was."""
    parts = tuple(parts)
    return "".join(_completed(line, parts) for line in text.splitlines(keepends=True))


def _completed(line: str, parts: tuple[InlinePart, ...]) -> str:
    name, _, policy = line.partition(":")
    if name.strip().lower() != POLICY:
        return line
    return f"{name}: {with_digests(policy, parts)}\n"


def nginx(rules: Iterable[HeaderRule]) -> str:
    """Return rules for a `server` of nginx.

    The headers of a `location` take the place of all others, so each repeats them.
    """
    rules = tuple(rules)
    everywhere = [header for rule in rules if rule.path == "/*" for header in rule.headers]
    lines = [_nginx_line(header) for header in everywhere]
    for rule in rules:
        if rule.path != "/*":
            inside = "".join(f"    {_nginx_line(header)}" for header in (*everywhere, *rule.headers))
            lines.append(f"location = {rule.path} {{\n{inside}}}\n")
    return "".join(lines)


def _nginx_line(header: tuple[str, str]) -> str:
    return 'add_header {} "{}" always;\n'.format(*header)


def apache(rules: Iterable[HeaderRule]) -> str:
    """Return rules for a file `.htaccess` in the folder of the site."""
    return "".join(map(_apache_rule, rules))


def _apache_rule(rule: HeaderRule) -> str:
    lines = [f'Header always set {name} "{value}"\n' for name, value in rule.headers]
    if rule.path == "/*":
        return "".join(lines)
    file = rule.path.rpartition("/")[2]
    return '<Files "{}">\n{}</Files>\n'.format(file, "".join(f"    {line}" for line in lines))


def caddy(rules: Iterable[HeaderRule]) -> str:
    """Return rules for a site of a Caddyfile."""
    return "".join(f'header {rule.path} {name} "{value}"\n' for rule in rules for name, value in rule.headers)


SERVERS: Mapping[str, Callable[[Iterable[HeaderRule]], str]] = {"nginx": nginx, "apache": apache, "caddy": caddy}
"""By name, what a server of one's own reads."""
