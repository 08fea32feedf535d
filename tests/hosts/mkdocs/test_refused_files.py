"""Files that a pull request may propose and no site is made from."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from tests.conftest import write_files
from tests.hosts.conftest import BuildSite

SECRET = "hemlock"
LIBRARY = "@misc{%s, author = {Lind, Bo}, title = {Flow Maps}, year = 2020, keywords = {x}}"
# A list in itself would keep MkDocs busy without end where its title is shown; the last one is no text at all.
UNUSABLE = "---\ntitle: &a [*a]\n---\n# Loop\n\nThe text of it.\n"
NO_TEXT = '---\ntitle: "\\ud83d"\n---\n# Half\n'


def test_the_others_are_built(build_site: BuildSite, tmp_path: Path) -> None:
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    write_files(outside, {"a.bib": LIBRARY % SECRET, "a.md": SECRET, "a.txt": SECRET})
    files = {
        "bib/a.bib": LIBRARY % ("k" * 300),
        "docs/directions/x.md": "# X",
        f"docs/directions/{'n' * 250}.md": "# N",
    }
    write_files(tmp_path, files | {"docs/loop.md": UNUSABLE, "docs/half.md": NO_TEXT})
    for link, file in {"bib/b.bib": "a.bib", "docs/directions/b.md": "a.md", "docs/b.txt": "a.txt"}.items():
        (tmp_path / link).symlink_to(outside / file)
    for pipe in ("bib/c.bib", "docs/directions/c.md", "docs/c.txt"):
        os.mkfifo(tmp_path / pipe)
    (tmp_path / "bib" / "up").symlink_to("..")
    site = build_site({})
    codes = Counter(warning[-7:-1] for warning in site.warnings if warning.endswith("]"))
    assert codes == {"CFG005": 6, "NOT002": 2, "NOT012": 1}
    texts = [path.read_bytes() for path in site.root.glob("**/*") if path.is_file()]
    assert not [text for text in texts if SECRET.encode() in text]
    assert {"directions/x/", "loop/", "half/"} <= site.addresses()
    assert len([address for address in site.addresses() if address.startswith("papers/k")]) == 1
    article = site.page("loop/").select_one('[role="main"]')
    assert article
    assert article.get_text().split("\n")[1:3] == ["Loop", "The text of it."]
