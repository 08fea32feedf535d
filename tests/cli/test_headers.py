"""`paperatlas headers`: the headers of a site that was built."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperatlas.build.headers.inline_parts import InlinePart
from paperatlas.texts.commands import headers as texts
from tests.cli.conftest import Run

THEME = "<script>theme()</script>"
SITE = {f"site/{number}.html": THEME for number in range(3)}
OWN = {"site/_headers": "/*\n  Content-Security-Policy: script-src 'self'\n"}
SCRIPT = InlinePart("script", "theme()").source


@pytest.mark.parametrize(
    ("files", "text"),
    [
        (SITE, "'wasm-unsafe-eval' {}; style-src 'self';"),
        (SITE | OWN, "/*\n  Content-Security-Policy: script-src 'self' {}\n"),
    ],
)
def test_the_policy_allows_the_theme(run: Run, tmp_path: Path, files: dict[str, str], text: str) -> None:
    ran = run(files, "headers")
    assert (ran.code, ran.out, ran.err) == (0, "site/_headers: the policy allows 1 inline part of the theme\n", "")
    written = (tmp_path / "site/_headers").read_bytes()
    assert text.format(SCRIPT) in written.decode()
    assert run({}, "headers").code == 0
    assert (tmp_path / "site/_headers").read_bytes() == written


def test_what_single_pages_have_is_named(run: Run, tmp_path: Path) -> None:
    pages = {"site/0.html": THEME + "<script>evil(\x1b)\n</script><p style='a: b'><p style='c: d'>"}
    ran = run(SITE | pages, "headers", "site", "--for", "nginx")
    assert ran.code == 0
    assert ran.err.splitlines() == [
        "not allowed, as it is not on most pages: script in 0.html: evil(␛)",
        "not allowed, as it is not on most pages: style attribute in 0.html: a: b, and 1 other",
    ]
    assert ran.out.startswith("add_header Content-Security-Policy ")
    assert (ran.out.count("sha256-"), SCRIPT in ran.out) == (4, True)
    assert not (tmp_path / "site/_headers").exists()


def test_the_script_that_names_a_page_is_told_once_for_all_pages(run: Run) -> None:
    data = "<script>// Current page data\nvar mkdocs_page_name = {};\nvar mkdocs_page_input_path = {};\nvar mkdocs_page_url = null;</script>"
    pages = {f"site/{number}.html": THEME + data.format(f'"{number}"', f'"{number}.md"') for number in range(3)}
    ran = run(pages, "headers")
    assert ran.out == "site/_headers: the policy allows 1 inline part of the theme\n"
    assert ran.err == f"{texts.PAGE_DATA}\n"


# files, arguments; what is said
WRONG = [
    ({}, [], "'site' has no page; build the site first (`mkdocs build`), or name its folder"),
    (
        SITE | {"site/_headers": "/*\n  A: b\n"},
        [],
        "'site/_headers' sets no Content-Security-Policy; remove the file to have the one of PaperAtlas",
    ),
    (SITE, ["--for", "iis"], "argument --for: invalid choice: 'iis'"),
]


@pytest.mark.parametrize(("files", "arguments", "told"), WRONG)
def test_wrong_usage(run: Run, files: dict[str, str], arguments: list[str], told: str) -> None:
    ran = run(files, "headers", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_policy_that_is_too_long_for_a_host(run: Run) -> None:
    ran = run({"site/index.html": "".join(f"<script>{number}</script>" for number in range(40))}, "headers")
    assert ran.code == 0
    assert ran.err == (
        "site/_headers: the policy has more than 2000 characters, which Cloudflare Pages does not take\n"
    )
