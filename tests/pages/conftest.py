"""A small atlas with one of everything, as a site."""

from __future__ import annotations

import pytest

from paperatlas.pages import Site, messages_for
from tests.conftest import ReadFiles, make_site

FLOWS = """\
---
title: Flows
summary: Invertible maps between distributions
status: maturing
order: 1
groups:
  - slug: models
    title: Models
    summary: From coupling layers on
  - slug: theory
    title: Theory
related: [graphs]
---
# Flows

NICE couples halves [@nice]. Real NVP scales them as well [see @realnvp, sec. 3; @nice].
"""

GRAPHS = """\
---
title: Graphs & trees
status: early
now: {as_of: 2026-11, reason: Two papers., see: since}
then: {status: rising, as_of: 2021-06, by: Jane Roe}
order: 2
---
# Graphs & trees { #since }
"""

LIBRARY = r"""
@online{nice,
  author      = {Dinh, Laurent and Krueger, David and Bengio, Yoshua},
  title       = {{NICE}: Non-linear Independent Components Estimation},
  shorttitle  = {NICE},
  date        = {2014},
  eprint      = {1410.8516},
  eprinttype  = {arxiv},
  keywords    = {flows/models, density estimation},
  abstract    = {A map of \emph{coupling layers} \& its exact likelihood.},
}

@inproceedings{realnvp,
  author      = {Dinh, Laurent and Sohl-Dickstein, Jascha and Bengio, Samy},
  title       = {Density Estimation Using {Real NVP}},
  shorttitle  = {Real NVP},
  booktitle   = {International Conference on Learning Representations (ICLR)},
  date        = {2017},
  doi         = {10.48550/arXiv.1605.08803},
  code        = {https://example.org/realnvp},
  codetype    = {unofficial},
  keywords    = {flows/models, graphs},
  change      = {Adds scaling \emph{to} each coupling},
  extends     = {nice},
  compares    = {bound},
  evidence    = {[nice] Adds scaling to the coupling. [bound] Sets its likelihood beside it.},
  evidence_zh = {[nice] 在耦合中加入缩放。},
  annotation  = {The code is a reimplementation.},
  note        = {First posted under another title.},
}

@article{bound,
  author       = {{The Flow Group} and others},
  title        = {What $k$ Layers Can Express},
  journaltitle = {Journal of Flows},
  volume       = {3},
  pages        = {1--20},
  date         = {2020},
  keywords     = {flows/theory},
}

@misc{loose,
  title = {A Title Without a Place},
  website = {https://example.org},
}
"""


@pytest.fixture(params=["en", "zh"])
def site(request: pytest.FixtureRequest, read_files: ReadFiles) -> Site:
    """The small atlas in each language."""
    project = read_files(
        {
            "bib/library.bib": LIBRARY,
            "docs/index.md": "# Home\n\nStart with [@nice]. See the [graphs](directions/graphs.md) too.\n",
            "docs/directions/flows.md": FLOWS,
            "docs/directions/graphs.md": GRAPHS,
        },
        publish_fields=("annotation",),
    )
    assert [problem.code for problem in project.problems] == ["DIR004"]
    return make_site(project.atlas, messages_for(request.param))
