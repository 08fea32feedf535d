"""The example that CONTRIBUTING works through, as it is written there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

PAGES = [REPOSITORY / "CONTRIBUTING.md", REPOSITORY / "CONTRIBUTING.zh.md"]
SAVED = """\
@misc{song2023improvedtechniquestrainingconsistency,
  title={Improved Techniques for Training Consistency Models},
  author={Yang Song and Prafulla Dhariwal},
  year={2023},
  eprint={2310.14189},
  archivePrefix={arXiv},
  primaryClass={cs.LG},
  url={https://arxiv.org/abs/2310.14189},
}
"""
"""As arXiv exports it."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_example_gives_the_entry_that_is_shown(page: Path, run: Run, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    (command,) = re.findall(r"^\.venv/bin/(paperatlas add x\.bib .*)$", text, re.MULTILINE)
    (entry,) = re.findall(r"```bibtex\n(.*?)```", text, re.DOTALL)
    for folder in ("bib", "docs/directions"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    ran = run({"x.bib": SAVED}, *shlex.split(command)[1:])
    assert ran.code == 0, ran.err
    assert entry in (tmp_path / "bib" / "diffusion.bib").read_text(encoding="utf-8")
    assert "EDI001" in ran.err
