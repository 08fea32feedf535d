"""The libraries that builds are measured with, written once below `.cache/bench` and used again."""

from __future__ import annotations

import random
from collections.abc import Mapping

from benchmarks.large_sites import large_site
from benchmarks.made_up_papers import made_up_papers

CITED = 20
"""How many papers a note cites."""
NOTES_EACH = 20
"""For so many papers there is one note more: fifty for a thousand."""


def benchmark_site(papers: int) -> dict[str, str]:
    """Return the site that builds are measured with: abstracts, a relation for every second paper, 20 directions.

    Each direction's note, and one more note for every twenty papers, cites twenty papers in running text.
    """
    texts = made_up_papers(papers)
    files = large_site(papers, directions=20, relations=papers // 2, texts=texts)
    chance = random.Random(papers)
    for path in [path for path in files if path.startswith("docs/directions/")]:
        files[path] += "\n" + cited_text(chance, texts)
    for number in range(papers // 20):
        title = f"Reading list {number + 1}"
        files[f"docs/notes/note-{number}.md"] = f"---\ntitle: {title}\n---\n# {title}\n\n{cited_text(chance, texts)}"
    return files


def cited_text(chance: random.Random, texts: Mapping[str, tuple[str, str]]) -> str:
    """Return four sections of a note that cite twenty papers, by their abstracts' sentences."""
    cited = iter(chance.sample(sorted(texts), min(20, len(texts))))
    sections = []
    for key, *others in zip(*[cited] * 5, strict=False):
        title, abstract = texts[key]
        sentences = abstract.split(". ")
        sections.append(
            f"## {title.capitalize()}\n\n{sentences[0]} [@{key}]. {sentences[1]} [@{others[0]}; @{others[1]}].\n\n"
            f"@{others[2]} show that *{sentences[2].lower()}*. {sentences[3]} [see @{others[3]}, p. 7].\n"
        )
    return "\n".join(sections)
