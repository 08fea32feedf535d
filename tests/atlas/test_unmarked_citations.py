"""Keys in brackets that are no citation as they are written are told; other words in brackets are left alone."""

from __future__ import annotations

import pytest

from tests.atlas.test_assemble import entry
from tests.conftest import ReadFiles

LIBRARY = entry("ddpm") + entry("ddim") + entry("x") + entry("扩散")
SLIPS = [
    ("As in [ddpm].", [("[ddpm]", "[@ddpm]", 7)]),
    ("见[扩散]。", [("[扩散]", "[@扩散]", 2)]),
    ("As in [ddpm; ddim] and [ddim，ddpm].", [("[ddpm; ddim]", "[@ddpm; @ddim]", 7), ("[ddim，ddpm]", "[@ddim; @ddpm]", 24)]),
    ("见[＠ddpm]与［@ddim］。", [("[＠ddpm]", "[@ddpm]", 2), ("［@ddim］", "[@ddim]", 10)]),
    ("[@ ddpm], [@@ddpm] and [#ddim]", [("[@ ddpm]", "[@ddpm]", 1), ("[@@ddpm]", "[@ddpm]", 11), ("[#ddim]", "[@ddim]", 24)]),
    ("见 ＠ddpm 一文。", [("＠ddpm", "[@ddpm]", 3)]),
    ("[@ddpm；ddim]", [("[@ddpm；ddim]", "[@ddpm; @ddim]", 1)]),
    ("[@ddpm, ddim]", [("[@ddpm, ddim]", "[@ddpm; @ddim]", 1)]),
    ("[@ddpm; ddim]", [("[@ddpm; ddim]", "[@ddpm; @ddim]", 1)]),
    ("As in [ddpm]: so.", [("[ddpm]", "[@ddpm]", 7)]),
    ("As in @[ddpm].", [("@[ddpm]", "[@ddpm]", 7)]),
    ("As in (@ddpm).", [("(@ddpm)", "[@ddpm]", 7)]),
    ("As in {@ddpm}, 见（@ddpm；@ddim）。", [("{@ddpm}", "[@ddpm]", 7), ("（@ddpm；@ddim）", "[@ddpm; @ddim]", 17)]),
    ("见【@ddpm】。", [("【@ddpm】", "[@ddpm]", 2)]),
    ("As in [@ddpm; @ddim.", [("[@ddpm; @ddim", "[@ddpm; @ddim]", 7)]),
    ("As in [@ddpm and\nso on, [@ddim].", [("[@ddpm", "[@ddpm]", 7)]),
    ("(see @ddpm), [x](@ddpm), \\(@ddpm), `(@ddpm)`, [@{ddpm}], (@property), [@ddpm, p. [3]]", []),
    ("[@ddpm; @ddim], [see @ddpm, p. 3], @ddim [p. 4], [@ddpm, and others]", []),
    ("[sic], [ddpm and others], [ddpm; sic], a[ddpm], name＠ddpm", []),
    ("[ddpm](https://example.org), ![ddpm](a.png), [ddpm][x], `[ddpm]`, \\[ddpm], [^ddpm], $[ddpm]$", []),
    ("[ddpm]\n\n[ddpm]: https://example.org", []),
    ("- [x] done\n1. [x] done", []),
    ("```\n[ddpm]\n```", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SLIPS)
def test_what_was_meant_as_a_citation_is_told(
    read_files: ReadFiles, text: str, told: list[tuple[str, str, int]]
) -> None:
    project = read_files({"bib/a.bib": LIBRARY, "docs/index.md": f"# Page\n\n{text}\n"})
    found = [problem for problem in project.problems if problem.code == "CIT008"]
    arguments = [dict(problem.arguments) for problem in found]
    assert [(each["text"], each["written"]) for each in arguments] == [each[:2] for each in told]
    assert [(problem.line, problem.column) for problem in found] == [(3, column) for _, _, column in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("As @roe205 says, and @Roe2005.", [("roe205", 5), ("Roe2005", 23)]),
        ("As @roe2005 and \\@roe205 say; follow @mkdocs and @user2024 on @v1.", []),
        ("As @roe2005a [p. 3] says.", [("roe2005a", 5)]),
    ],
)
def test_a_key_in_the_text_that_is_one_slip_away_is_told(
    read_files: ReadFiles, text: str, told: list[tuple[str, int]]
) -> None:
    project = read_files({"bib/a.bib": entry("roe2005"), "docs/index.md": f"# Page\n\n{text}\n"})
    found = [problem for problem in project.problems if problem.code == "CIT001"]
    assert [(dict(problem.arguments)["key"], problem.column) for problem in found] == told
