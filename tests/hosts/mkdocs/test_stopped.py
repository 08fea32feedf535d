"""What stops a build ends with a sentence; what need not stop it does not."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from paperatlas.hosts.mkdocs import direct_pages, reading
from paperatlas.hosts.mkdocs.stopped import why_no_time, why_stopped
from paperatlas.pages import time_limit
from paperatlas.storage.files import WriteError
from tests.hosts.conftest import BuildSite
from tests.hosts.mkdocs.test_direct_pages import FILES, contents

pytestmark = pytest.mark.usefixtures("only_templates_run")

BEGINNING = "{% extends 'base.html' %}{% block content %}\n"
END = "{{ super() }}{% endblock %}"
ENDLESS = "{% for i in range(10**12) %}{% endfor %}"


def theme() -> dict[str, Any]:
    """The setting of a theme of one's own, which MkDocs changes."""
    return {"theme": {"name": "mkdocs", "custom_dir": "theme"}}


@pytest.mark.parametrize(
    ("file", "template", "message"),
    [
        ("main.html", f"{BEGINNING}{{{{ 1 / 0 }}}}{END}", "theme/main.html:2 cannot be used: division by zero."),
        ("main.html", f"{BEGINNING}{{% if %}}{END}", "theme/main.html:2 cannot be used: Expected an expression"),
        ("main.html", "{% extends 'gone.html' %}", "theme/main.html:1 cannot be used: it needs 'gone.html'"),
        # only a page of a paper
        (
            "main.html",
            f"{BEGINNING}{{% if 'papers/k3' in page.url %}}{{{{ 1 / 0 }}}}{{% endif %}}{END}",
            "theme/main.html:2 cannot be used: division by zero.",
        ),
        # the theme's own page
        ("404.html", "{{ 1 / 0 }}", "theme/404.html:1 cannot be used: division by zero."),
        (
            "main.html",
            f"{BEGINNING}{{% macro m() %}}{{{{ m() }}}}{{% endmacro %}}{{{{ m() }}}}{END}",
            "theme/main.html:2 cannot be used: maximum recursion depth exceeded",
        ),
        ("main.html", f"{BEGINNING}{ENDLESS}{END}", "theme/main.html:2 cannot be used: it takes longer than"),
    ],
)
def test_a_theme_that_fails_is_named(
    file: str, template: str, message: str, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 2.0)
    with pytest.raises(Abort, match=rf"^The template {re.escape(message)}.* The site is incomplete\.$"):
        build_site(FILES | {f"theme/{file}": template}, **theme())


def test_an_own_template_without_end_is_named(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 2.0)
    with pytest.raises(Abort, match=r"The template own/paper\.html\.jinja:2 cannot be used: it takes longer than"):
        build_site(FILES | {"own/paper.html.jinja": f"\n{ENDLESS}"}, {"templates": "own"})


def test_a_theme_that_fails_at_what_no_page_has_is_asked_for_each_page(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(direct_pages.log, "info", told.append)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    plain = contents(build_site(FILES | {"theme/main.html": "{% extends 'base.html' %}"}, **theme()).root)
    looking = f"{BEGINNING}{{% if '<x' in page.title or '&lt;x' in page.title %}}{{{{ 1 / 0 }}}}{{% endif %}}{END}"
    files = FILES | {"theme/main.html": looking.replace("\n", "")}
    assert contents(build_site(files, **theme()).root) == plain
    assert any("treats generated pages differently" in line for line in told)


@pytest.mark.parametrize("in_the_way", [".cache", ".cache/paperatlas"])
def test_a_cache_that_cannot_be_written_is_told_and_does_without(
    in_the_way: str, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(reading.log, "info", told.append)
    built = build_site(FILES | {in_the_way: "a file"})
    assert "papers/k1/" in built.addresses()
    assert told[0].startswith("The cache '.cache/paperatlas' cannot be written (")
    build_site({}, {"cache": "elsewhere"})
    assert len([line for line in told if line.startswith("The cache ")]) == 1


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (WriteError("cannot write 'site/a': no space left on device"), "PaperAtlas cannot write 'site/a': no space"),
        (
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
            "The site cannot be written: no space left on device. Make room on the disk, and build again.",
        ),
        (OSError(errno.ENOENT, os.strerror(errno.ENOENT)), ""),
        (OSError(errno.ENOENT, os.strerror(errno.ENOENT), "docs/a.md"), "'docs/a.md' cannot be used: no such file"),
        (OSError(errno.EACCES, os.strerror(errno.EACCES), b"site/\xff"), "'site/\udcff' cannot be used: permission"),
        (ValueError("of another plugin"), ""),
    ],
)
def test_a_full_disk_is_told_and_the_errors_of_others_are_left_to_them(error: Exception, sentence: str) -> None:
    told = why_stopped(error, ["theme"])
    assert told.startswith(sentence)
    assert bool(told) == bool(sentence)


@pytest.mark.parametrize("epoch", [None, "0", "1767225600", "4294967295", "0000000001"])
def test_a_time_to_date_pages_with(epoch: str | None) -> None:
    assert why_no_time(epoch) == ""


@pytest.mark.parametrize("epoch", ["", "abc", "-5", "1.5", "4294967296", "9" * 5000, "١٢", " 1"])
def test_what_is_no_time_ends_a_build_with_a_sentence(
    epoch: str, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(Abort, match=r"SOURCE_DATE_EPOCH is '.{0,40}', which is no time: write the seconds since 1970"):
        build_site({})
