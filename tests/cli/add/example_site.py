"""A site about looms, and what `paperatlas add` finds for it."""

from __future__ import annotations

from pathlib import Path

from tests.services import answers
from tests.services.server import arxiv_path

SITE = "site_name: A site\nplugins:\n  - paperatlas\n"
NOTE = (
    "---\ntitle: Looms\ngroups:\n  - slug: cards\n    title: Cards\n  - slug: belts\n    title: Belts\n---\n# Looms\n"
)
OLD = """@inproceedings{swin,
  author       = {Liu, Ze},
  title        = {{Swin} Transformer with Shifted Windows},
  booktitle    = {IEEE/CVF International Conference on Computer Vision (ICCV)},
  date         = {2021},
  eprint       = {2111.00001},
  eprinttype   = {arxiv},
  doi          = {10.1000/swin},
  langid       = {english},
  keywords     = {looms/cards},
}
"""
FILES = {"mkdocs.yml": SITE, "docs/index.md": "# Home\n", "docs/directions/looms.md": NOTE, "bib/old.bib": OLD}
NEW = """@online{lovelace2021windowed,
  author       = {Lovelace, Ada and van der Maaten, Laurens},
  title        = {Windowed Attention Networks},
  date         = {2021},
  eprint       = {2103.14030},
  eprinttype   = {arxiv},
  langid       = {english},
  keywords     = {looms/cards},
}
"""
PREPRINT = {arxiv_path("2103.14030"): answers.atom()}


def library() -> str:
    """What the site's only .bib file holds."""
    return Path("bib/old.bib").read_text(encoding="utf-8")
