"""What `paperatlas propose` adds, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from paperatlas.cli.propose import command
from tests.cli.add.example_site import FILES, NEW, PREPRINT
from tests.cli.conftest import Ran, Run
from tests.cli.propose.issues import body, event
from tests.services import answers
from tests.services.local_server import Answer
from tests.services.server import ServiceServer, arxiv_path

SOURCES = "key\tconfirms\taddress\nswin\trecord\thttps://arxiv.org/abs/2111.00001\n"
ASKING = "site_name: A site\nplugins:\n  - paperatlas: {require: {sources: bib/SOURCES.tsv, fields: {change: }}}\n"
OLD = FILES["bib/old.bib"].replace("  booktitle", "  shorttitle   = {Swin},\n  booktitle")
SITE = {**FILES, "bib/old.bib": OLD, "mkdocs.yml": ASKING, "bib/SOURCES.tsv": SOURCES}

Propose = Callable[..., Ran]


@pytest.fixture
def propose(run: Run, services: ServiceServer, monkeypatch: pytest.MonkeyPatch) -> Propose:
    """Run the command on an issue, the services answering as told."""

    def run_it(issue: str, given: Mapping[str, Answer] = PREPRINT, site: Mapping[str, str] = SITE) -> Ran:
        services.answer(given)
        monkeypatch.setattr(command, "Web", lambda _: services.web)
        return run({**site, "event.json": event(issue)}, "propose", "event.json", "--to", "out")

    return run_it


def test_a_paper_is_added_with_its_source(propose: Propose, tmp_path: Path) -> None:
    ran = propose(body("https://arxiv.org/abs/2103.14030", "looms/cards", code="https://example.org/code"))
    assert (ran.code, ran.err) == (0, "")
    code = "  code         = {https://example.org/code},\n"
    entry = NEW.replace("  langid ", f"{code}  langid ")
    assert entry in (tmp_path / "bib/old.bib").read_text(encoding="utf-8")
    row = "lovelace2021windowed\trecord\thttps://arxiv.org/abs/2103.14030\n"
    assert (tmp_path / "bib/SOURCES.tsv").read_text(encoding="utf-8") == SOURCES.replace("swin", f"{row}swin")
    assert (tmp_path / "out/title.txt").read_text(encoding="utf-8") == "Add lovelace2021windowed\n"


@pytest.mark.parametrize(
    ("method", "key"),
    [
        ("Win {A} $x$", "win-a-x"),
        ("closes #1 [skip ci] @ada", "closes-1-skip-ci-ada"),
        ("A\x1b[31m\u202e::error::b", "a-31m-error-b"),
    ],
)
def test_the_method_gives_the_key_which_is_all_that_the_commit_says(
    method: str, key: str, propose: Propose, tmp_path: Path
) -> None:
    assert propose(body("2103.14030", "looms", method=method)).code == 0
    assert (tmp_path / "out/title.txt").read_text(encoding="utf-8") == f"Add {key}\n"
    assert f"@online{{{key},\n" in (tmp_path / "bib/old.bib").read_text(encoding="utf-8")


LIKE = "It extends Swin: shifted windows in a transformer."
SAID = [
    # what stands in the form, what the summary says
    (body("2103.14030", "looms/cards"), "`lovelace2021windowed` was added to `bib/old.bib`"),
    (body("2103.14030", "looms/cards"), "It stands in: `looms/cards`"),
    (body("2103.14030", "looms"), "It stands in: `looms`"),
    (body("2103.14030", "looms", LIKE), "It stands in: `looms/cards`"),
    (body("2103.14030", "Looms/Belts", LIKE), "It stands in: `looms/belts`"),
    (body("2103.14030", "looms/belts", LIKE), "It could also be: `looms/cards`"),
    (body("2103.14030", "", LIKE), "It stands in: `looms/cards`"),
    (body("2103.14030", "weaving", LIKE), "There is no direction or group `weaving`"),
    (
        body("2103.14030", "looms", LIKE),
        "- `swin` Swin Transformer with Shifted Windows - 提议者提到它 / the proposal names it",
    ),
    (body("2103.14030", "looms", LIKE), "```bibtex\n  extends      = {swin},\n"),
    (
        body("2103.14030", "looms"),
        "- [ ] 缺少字段 change / \\'lovelace2021windowed\\' has no change, which this site asks of each paper",
    ),
    (body("2103.14030", "looms", code="see the paper"), "The address of the code is no URL"),
    (body("2103.14030", "looms"), "\n\nCloses #7\n"),
    (body("2103.14030 and 2111.00001", "looms"), "please open another issue for: `2111.00001`"),
    (body("2103.14030\n10.1000/a`b", "looms"), "please open another issue for: `10.1000/a'b`"),
    (body("2103.14030", "weaving `@ada`", LIKE), "There is no direction or group `weaving '@ada'`"),
    (body("2103.14030", "looms", "See @ada, #1 and <b>"), "> See @\u200bada, \\#\u200b1 and &lt;b&gt;"),
    (body("2103.14030", "looms", "x\n```\n# y"), "> x \\`\\`\\` \\#\u200b y"),
]


@pytest.mark.parametrize(("issue", "said"), SAID)
def test_what_the_pull_request_says(issue: str, said: str, propose: Propose, tmp_path: Path) -> None:
    ran = propose(issue)
    assert ran.code == 0, ran.err
    assert said in (tmp_path / "out/summary.md").read_text(encoding="utf-8")


REFUSED = [
    (body("2111.00001", "looms"), PREPRINT, "图谱里似乎已有这篇论文"),
    (body("10.1000/swin", "looms"), PREPRINT, "it is already in the library: \\'swin\\'"),
    (
        body("a paper on looms", "looms"),
        PREPRINT,
        "没有可以查询的 arXiv 编号、DOI 或网址 / \\'a paper on looms\\' cannot be looked up",
    ),
    (body("2103.14030"), PREPRINT, "the form names no direction"),
    (body("2103.99999", "looms"), {arxiv_path("2103.99999"): answers.feed()}, "查不到这个编号或网址所指的论文"),
    (body("2103.14030", "looms"), {arxiv_path("2103.14030"): Answer(status=503)}, "服务可能暂时不可用"),
    (body("2103.14030", "looms"), {arxiv_path("2103.14030"): answers.atom(title="A b " * 999)}, "a title of 3,9"),
    (body("2103.14030", "looms"), {arxiv_path("2103.14030"): Answer(body=b"<html>Slow down</html>")}, "a web page"),
    (
        body("2103.14030", "looms"),
        {arxiv_path("2103.14030"): Answer(body=b" " * 9_000_000)},
        "bytes that were expected",
    ),
    (body("2103.14030", "weaving"), PREPRINT, "the form names no direction that there is"),
    ("Nothing of the form", PREPRINT, "cannot be looked up"),
]


@pytest.mark.parametrize(("issue", "given", "said"), REFUSED)
def test_nothing_is_added(issue: str, given: Mapping[str, Answer], said: str, propose: Propose, tmp_path: Path) -> None:
    ran = propose(issue, given)
    assert ran.code == 1
    summary = (tmp_path / "out/summary.md").read_text(encoding="utf-8")
    assert said in summary
    assert summary.startswith("没有自动创建 pull request")
    assert not (tmp_path / "out/title.txt").exists()
    assert (tmp_path / "bib/old.bib").read_text(encoding="utf-8") == OLD
    assert (tmp_path / "bib/SOURCES.tsv").read_text(encoding="utf-8") == SOURCES


BOTH_LANGUAGES = [
    # the form, what the services answer
    (body("2103.14030", "looms"), PREPRINT),
    (body("2111.00001", "looms"), PREPRINT),
    (body("10.1000/swin", "looms"), PREPRINT),
    (body("2103.99999", "looms"), {arxiv_path("2103.99999"): answers.feed()}),
    (body("2103.14030", "looms"), {arxiv_path("2103.14030"): Answer(status=503)}),
    (body("2103.14030", "looms"), {arxiv_path("2103.14030"): answers.atom(title="LoomNet: Words")}),
    (body("2103.14030"), PREPRINT),
    (body("words", "looms"), PREPRINT),
]


@pytest.mark.parametrize(("issue", "given"), BOTH_LANGUAGES)
def test_every_line_is_in_both_languages(
    issue: str, given: Mapping[str, Answer], propose: Propose, tmp_path: Path
) -> None:
    propose(issue, given)
    lines = (tmp_path / "out/summary.md").read_text(encoding="utf-8").splitlines()
    english = "No pull request was opened"
    told = [line for line in lines if line and not line.startswith(("Closes", "```", "  e", english))]
    assert [line for line in told if not any("\u4e00" <= sign <= "\u9fff" for sign in line)] == []


def test_another_paper_of_the_same_title_is_named(propose: Propose, tmp_path: Path) -> None:
    given = {arxiv_path("2103.14030"): answers.atom(title="SWIN TRANSFORMER WITH SHIFTED WINDOWS")}
    assert propose(body("2103.14030", "looms"), given).code == 0
    summary = (tmp_path / "out/summary.md").read_text(encoding="utf-8")
    assert "`swin` 的题名与它相同，请核对是否为同一篇 / `swin` has the same title" in summary


def test_what_the_form_says_of_code(propose: Propose, tmp_path: Path) -> None:
    assert propose(body("See arXiv：2103.14030.", "Looms", method="无", code="github.com/a/b (unofficial)")).code == 0
    written = (tmp_path / "bib/old.bib").read_text(encoding="utf-8")
    fields = "  code         = {https://github.com/a/b},\n  codetype     = {unofficial},\n"
    assert NEW.replace("  langid ", f"{fields}  langid ").replace("looms/cards", "looms") in written
