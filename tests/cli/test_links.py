"""`paperatlas links`, against hosts on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperatlas.cli import links
from paperatlas.services.addresses import Services
from paperatlas.services.web import Reply, Web
from paperatlas.services.web_error import WebError
from paperatlas.upkeep.links import run as link_run
from tests.cli.conftest import Run
from tests.services.local_server import Answer, LinkServer, serve
from tests.upkeep.abstracts.test_fetch import feed

SITE = "site_name: A site\nplugins:\n  - paperatlas\n"
ANSWERS = {
    "/alive": Answer(),
    "/forbidden": Answer(403),
    "/glow1": Answer(301, "/projects/glow1"),
    "/projects/glow1": Answer(),
    "/lost1": Answer(301, "/"),
    "/": Answer(),
    "/10.1000/182": Answer(302, "/publisher"),
    "/abs/2006.11239": Answer(),
}
BIB = "@misc{{a,\n  title = {{X}},\n  url = {{{url}}},\n}}\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[LinkServer]:
    """The hosts; the cache of a user stands apart."""
    monkeypatch.setattr(links, "_PAUSE", 0.0)
    monkeypatch.setattr(Services, "pauses", lambda _: {})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    with serve(ANSWERS) as running:
        for service in ("ARXIV", "DOI"):
            monkeypatch.setenv(f"PAPERATLAS_{service}_URL", running.url("", 9))
        yield running


@pytest.mark.parametrize(
    ("path", "code", "codes"),
    [
        ("/alive", 0, []),
        ("/dead", 1, ["LNK001"]),
        ("/glow1", 0, ["LNK003"]),
        ("/lost1", 0, ["LNK005"]),
        ("/forbidden", 0, ["LNK008"]),
    ],
)
def test_codes(server: LinkServer, run: Run, path: str, code: int, codes: list[str]) -> None:
    ran = run({"a.bib": BIB.format(url=server.url(path))}, "links", "a.bib", "--format", "json")
    assert ran.code == code
    assert [(item["code"], item["line"], item["column"]) for item in json.loads(ran.out)] == [
        (each, 3, 10) for each in codes
    ]


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_formats(server: LinkServer, run: Run, name: str) -> None:
    ran = run({"a.bib": BIB.format(url=server.url("/dead"))}, "links", "a.bib", "--format", name)
    assert ("LNK001" in ran.out, ran.code) == (True, 1)


def test_text(server: LinkServer, run: Run) -> None:
    url = server.url("/dead")
    ran = run({"a.bib": BIB.format(url=url)}, "links", "a.bib")
    assert ran.out.splitlines()[0] == f"a.bib:3:10: LNK001 error: {url} was not found (HTTP 404)."
    assert ran.out.endswith("Found 1 error in 1 link.\n")
    assert ran.err == "1 address checked in 0 s, 0 known from earlier runs\n"


def test_identifiers(server: LinkServer, run: Run) -> None:
    good = "@misc{a, title = {X}, doi = {10.1000/182}, eprint = {2006.11239}}\n"
    bad = "@misc{b, title = {X}, doi = {10.1000/183}, eprint = {2006.99999}}\n"
    ran = run({"a.bib": good + bad}, "links", "a.bib", "--format", "json")
    assert [(item["code"], item["line"]) for item in json.loads(ran.out)] == [("LNK001", 2), ("LNK001", 2)]
    assert not any("publisher" in asked for asked in server.asked())


def test_preprints_are_asked_for_together(server: LinkServer, run: Run) -> None:
    text = "".join(f"@misc{{k{n}, title = {{T{n}}}, eprint = {{2001.0000{n}}}}}\n" for n in range(1, 6))
    ids = ",".join(f"2001.0000{n}" for n in range(1, 6))
    body = feed(*((f"2001.0000{n}", f"T{n}", "Words.") for n in (1, 2, 4, 5)), ("2001.77777", "Unasked", "Words."))
    server.answers[f"/api/query?id_list={ids}&max_results=5"] = Answer(body=body)
    ran = run({"a.bib": text}, "links", "a.bib", "--format", "json")
    assert [(item["code"], item["line"]) for item in json.loads(ran.out)] == [("LNK001", 3)]
    assert [asked.split("?")[0] for asked in server.asked()] == [
        "GET /api/query", "HEAD /abs/2001.00003", "GET /abs/2001.00003",
    ]  # fmt: skip


def test_where_arxivs_interface_fails_its_pages_are_asked_for(server: LinkServer, run: Run) -> None:
    text = "".join(f"@misc{{k{n}, title = {{T{n}}}, eprint = {{2001.0000{n}}}}}\n" for n in range(1, 6))
    server.answers |= {f"/abs/2001.0000{n}": Answer() for n in range(1, 6)}
    assert run({"a.bib": text}, "links", "a.bib", "--format", "json").out == "[]\n"


def test_the_cache_of_a_site(server: LinkServer, run: Run, tmp_path: Path) -> None:
    files = {"mkdocs.yml": SITE, "docs/index.md": "# Home\n", "bib/a.bib": BIB.format(url=server.url("/alive"))}
    assert run(files, "links").code == 0
    assert (tmp_path / ".cache/paperatlas/.gitignore").read_text(encoding="utf-8") == "*\n"
    asked = server.asked()
    ran = run({}, "links")
    assert (server.asked(), ran.err) == (asked, "0 addresses checked in 0 s, 1 known from earlier runs\n")
    run({}, "links", "--max-age", "0")
    assert len(server.asked()) > len(asked)
    assert not (tmp_path / "home").exists()


def test_a_damaged_cache_is_asked_past(server: LinkServer, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "home/paperatlas/links.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"version": 1, "links": {')
    run({"a.bib": BIB.format(url=server.url("/alive"))}, "links", "a.bib")
    assert len(server.requests) == 1
    assert json.loads(path.read_bytes())["links"]


def test_a_site_that_wants_no_cache(server: LinkServer, run: Run, tmp_path: Path) -> None:
    config = SITE.replace("paperatlas\n", "paperatlas:\n      cache: ''\n")
    files = {"mkdocs.yml": config, "docs/index.md": "# Home\n", "bib/a.bib": BIB.format(url=server.url("/alive"))}
    assert run(files, "links").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bib", "docs", "mkdocs.yml"]


def test_offline(server: LinkServer, run: Run) -> None:
    files = {"a.bib": BIB.format(url=server.url("/dead"))}
    ran = run(files, "links", "a.bib", "--offline")
    assert (ran.code, ran.err) == (0, "never checked: 1 of 1 address\n")
    run({}, "links", "a.bib")
    asked = server.asked()
    assert run({}, "links", "a.bib", "--offline").code == 1
    assert server.asked() == asked


def test_fix(server: LinkServer, run: Run, tmp_path: Path) -> None:
    text = "% by hand\n" + "".join(
        BIB.format(url=server.url(path)).replace("{a,", f"{{{path[1:]},")
        for path in ("/alive", "/glow1", "/lost1", "/dead")
    )
    ran = run({"a.bib": text}, "links", "a.bib", "--fix", "--dry-run")
    assert (tmp_path / "a.bib").read_text(encoding="utf-8") == text
    assert "a.bib:8:10: would change:" in ran.err
    ran = run({}, "links", "a.bib", "--fix", "--format", "json")
    assert (tmp_path / "a.bib").read_text(encoding="utf-8") == text.replace("/glow1}", "/projects/glow1}")
    assert [item["code"] for item in json.loads(ran.out)] == ["LNK005", "LNK001"]
    assert f"a.bib:8:10: changed:\n  - {server.url('/glow1')}\n  + {server.url('/projects/glow1')}\n" in ran.err
    assert "changed:" not in run({}, "links", "a.bib", "--fix").err


def test_an_interruption_leaves_the_cache_whole(
    server: LinkServer, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    check = link_run.check_links

    def interrupted(*arguments: object, **options: object) -> Iterator[link_run.Answer]:
        for answer in check(*arguments, **options):  # type: ignore[arg-type]
            yield answer
            seen.append(answer[0].url)
            if len(seen) == 2:
                raise KeyboardInterrupt

    monkeypatch.setattr(links, "check_links", interrupted)
    text = "".join(BIB.format(url=server.url(f"/alive?{number}")) for number in range(40))
    ran = run({"a.bib": text}, "links", "a.bib")
    assert (ran.code, ran.out, ran.err) == (130, "", "paperatlas: interrupted\n")
    kept = json.loads((tmp_path / "home/paperatlas/links.json").read_bytes())["links"]
    assert sorted(kept) == sorted(seen)


def test_the_time_is_over(server: LinkServer, run: Run) -> None:
    ran = run({"a.bib": BIB.format(url=server.url("/alive"))}, "links", "a.bib", "--timeout", "0")
    assert "the time limit is reached: 1 address left for the next run\n" in ran.err
    assert ran.code == 0


def test_without_a_network_nothing_is_concluded(
    server: LinkServer, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(self: Web, url: str, **options: object) -> Reply:
        message = "no network"
        raise WebError(message, "host")

    monkeypatch.setattr(Web, "first", first)
    monkeypatch.setattr(link_run, "pause_until", lambda _: lambda _: None)
    text = BIB.format(url="https://ada.example/") + BIB.format(url="https://bob.example/")
    ran = run({"a.bib": text}, "links", "a.bib")
    assert (ran.code, ran.out) == (1, "")
    assert "is this machine online?" in ran.err
    assert not (tmp_path / "home/paperatlas/links.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.bib"],
        ["a.bib", "--dry-run"],
        ["a.bib", "--max-age", "x"],
        ["a.bib", "--timeout", "-1"],
        ["a.bib", "--select", "XYZ"],
        [],
    ],
)
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    ran = run({"a.bib": ""}, "links", *arguments)
    assert ran.code == 2
    assert ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", [["links", "--offline"], ["abstracts"], ["export", "--format", "ris"]])
def test_a_file_that_cannot_be_opened_is_an_error(run: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib/a.bib").symlink_to("a.bib")
    ran = run({}, *command, "bib")
    assert ran.code == 1
    assert "cannot be opened" in ran.out + ran.err
