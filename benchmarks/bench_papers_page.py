"""What the list of papers of a large library costs a reader: bytes, the time until it can be used, the time of a key.

    python benchmarks/bench_papers_page.py [--papers N …] [--bib FILE]

The page is served compressed and opened in headless Chromium, the one on PATH (`make browser`), in a frame of nothing
but its own style and scripts. Titles are made up of words that follow Zipf's law and take about as many bytes,
compressed, as real ones; `--bib` measures a library of your own.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from browser_window import window
from compressed_server import served
from large_sites import letters, write_site
from made_up_papers import made_up_papers
from playwright.sync_api import Browser, Page, sync_playwright

from find_browser import MISSING, find_browser
from paperatlas.build.configuration import read_configuration
from paperatlas.build.project import read_site
from paperatlas.build.templates import shipped_templates, template_loader
from paperatlas.pages import Site, make_site, messages_for
from paperatlas.pages.papers.page import papers_pages

SIZES = (500, 1_000, 10_000)
DIRECTIONS = 20
BYTES, INTERACTIVE, KEY = 250_000, 1.0, 50.0
"""The goals: bytes transferred, seconds, milliseconds."""
_ROUNDS = 5
_TYPED = ("ne", "ari", "lo ta", "code")
_SHELL = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Papers</title>
<link rel="stylesheet" href="{up}assets/paperatlas.css">
<body class="md-typeset">{html}</body></html>
"""


def made_up_library(papers: int) -> dict[str, str]:
    """Return a site of so many papers in some directions, text by path: what a row of the table shows, and no more."""
    chance = random.Random(papers)
    entries = []
    for number, (title, _) in enumerate(made_up_papers(papers).values()):
        # Few people have written many papers, most have written one or two.
        people = dict.fromkeys(int(papers * chance.random() ** 2) for _ in range(chance.randint(1, 6)))
        fields = {
            "title": title,
            "author": " and ".join(f"Family{letters(each % 4000)}, Given{letters(each % 300)}" for each in people),
            "date": str(chance.randint(1996, 2026)),
            "booktitle": f"Conference on Things (CONF{int(90 * chance.random() ** 2)})",
            "doi": f"10.5555/{chance.randrange(10**7)}",
            "keywords": f"direction-{int(DIRECTIONS * chance.random() ** 2)}",
        }
        if number % 3:
            fields["shorttitle"] = title.split()[0] + "Net"
        if number % 5 < 2:
            fields["code"] = f"https://example.org/{title.split()[1]}/{number}"
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        entries.append(f"@inproceedings{{{title.split()[0].lower()}{number},\n{lines}}}\n")
    return {"bib/library.bib": "\n".join(entries)}


def make_list(folder: Path, bib: str, language: str = "en") -> Site:
    """Return the site of a library with notes for some directions."""
    notes = {
        f"docs/directions/direction-{number}.md": f"---\ntitle: Direction {number}\norder: {number}\n---\n# D{number}\n"
        for number in range(DIRECTIONS)
    }
    write_site(folder, {"bib/library.bib": bib, "mkdocs.yml": "site_name: Large\nplugins: [paperatlas]\n"} | notes)
    project = read_site(read_configuration(folder / "mkdocs.yml"))
    return make_site(project.atlas, messages_for(language), template_loader())


def write_list(site: Site, folder: Path, shell: str = _SHELL) -> tuple[float, int]:
    """Write the pages of the list with what they load: the CPU seconds that took, and how many pages there are."""
    start = time.process_time()
    pages = [page.make() for page in papers_pages(site)]
    taken = time.process_time() - start
    shutil.copytree(shipped_templates() / "assets", folder / "assets", dirs_exist_ok=True)
    for page in pages:
        html = shell.format(html=page.body.html, up="../" * page.address.count("/"))
        write_site(folder, {f"{page.address}index.html": html} | {file.address: file.text for file in page.files})
    return taken, len(pages)


def interactive(page: Page, address: str) -> float:
    """Open the list: the seconds until its form can be used."""
    page.goto(f"{address}papers/", wait_until="commit")
    page.locator("form.pa-filter:not([hidden])").wait_for()
    return float(page.evaluate("performance.now()")) / 1000


def measure(site: Site, folder: Path, browser: Browser) -> bool:
    """Measure the list of one site; whether it meets the goals."""
    taken, pages = write_list(site, folder)
    print(f"\n{len(site.atlas.papers)} papers on {pages} page(s), written in {taken:.2f} s")
    with served(folder) as server:
        times, works = [], []
        for _ in range(_ROUNDS):
            with window(browser, server) as opened:
                times.append(interactive(opened.page, server.address))
                works.append(opened.work())
                opened.rest()
                whole = opened.sent
        with window(browser, server) as opened:
            interactive(opened.page, server.address)
            opened.page.locator("select[name=direction]").select_option(index=len(site.atlas.directions) // 2)
            opened.rest()
            chosen = opened.sent
        typed, keys = [], []
        for text in _TYPED:
            with window(browser, server) as opened:
                interactive(opened.page, server.address)
                field = opened.page.locator("input[type=search]")
                field.click()
                opened.rest()
                keys += [1000 * opened.press(field, key) for key in (*text, *["Backspace"] * len(text))]
                typed.append(opened.sent)
    goals = [
        ("transferred with the page", whole / 1000, BYTES / 1000, "kB"),
        ("and when a direction is chosen", chosen / 1000, BYTES / 1000, "kB"),
        ("and when one types, the most", max(typed) / 1000, BYTES / 1000, "kB"),
        ("until the form can be used", median(times), INTERACTIVE, "s"),
        ("of that, work of the page", median(works), INTERACTIVE, "s"),
        ("a key, in the middle", median(keys), KEY, "ms"),
        ("the slowest key", max(keys), KEY, "ms"),
    ]
    for name, value, goal, unit in goals:
        print(f"{name:32} {value:8.2f} {unit:3} (goal {goal:g})  {'ok' if value <= goal else 'MISSED'}")
    return all(value <= goal for _, value, goal, _ in goals)


def main() -> int:
    """Measure every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, nargs="+", default=SIZES)
    parser.add_argument("--bib", type=Path, help="a library to measure in place of made-up ones")
    options = parser.parse_args()
    found = find_browser()
    if found is None:
        print(MISSING)
        return 1
    texts = (
        [options.bib.read_text(encoding="utf-8")]
        if options.bib
        else (made_up_library(papers)["bib/library.bib"] for papers in options.papers)
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        met = []
        for text in texts:
            with tempfile.TemporaryDirectory() as temporary:
                folder = Path(temporary)
                met.append(measure(make_list(folder / "project", text), folder / "site", browser))
        browser.close()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
