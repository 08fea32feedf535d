"""`mkdocs serve` shows what a build would have made, whatever was saved, and makes no page that nobody looks at."""

from __future__ import annotations

import re
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any, Literal
from wsgiref.util import setup_testing_defaults

import pytest
import yaml
from mkdocs import utils
from mkdocs.__main__ import serve_command
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.theme import Theme

from paperatlas.hosts.mkdocs import serving
from paperatlas.hosts.mkdocs.serving import ServedSite, Turn
from tests.conftest import write_files
from tests.hosts.mkdocs.test_direct_pages import FILES, I18N, LIBRARY, MATERIAL, SEEING_EVERY_PAGE

URL = "http://127.0.0.1:8000/atlas/"
SITE: dict[str, Any] = {
    "site_name": "Test",
    "site_url": "https://example.org/atlas/",
    "theme": MATERIAL,
    "plugins": ["search", "paperatlas"],
}
LANGUAGES = SITE | {"plugins": [I18N, "search", "paperatlas"]}
PLUGINS = dict(MkDocsConfig._schema)["plugins"]
NOTICE = re.compile(rb'<aside id="pa-served".*?</aside>', re.DOTALL)
SEEING_THE_SITE = "def on_post_build(config):\n    pass\n"


class Served:
    """A project under `mkdocs serve`, without a thread: what is saved is built when `rebuild` is called."""

    def __init__(self, root: Path, folder: Path, command: Literal["serve", "build"] = "serve") -> None:
        self.root, self.folder = root, folder
        self.builds = 0
        config = self.config()
        config.plugins.on_startup(command=command, dirty=False)
        self.server = LiveReloadServer(self.build, "127.0.0.1", 0, str(self.folder), mount_path="/atlas/")
        self.server.server_close()
        config.site_url = URL
        build(config, serve_url=URL)
        # MkDocs puts its script into the pages of a server that watches anything.
        self.watched: list[str] = []
        self.server.watch = lambda path, *_, **__: self.watched.append(path)  # type: ignore[method-assign]
        config.plugins.on_serve(self.server, config=config, builder=self.build)

    def config(self) -> Any:
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.folder))

    def build(self) -> None:
        """What MkDocs does when something is saved, if plugins leave it to that."""
        self.builds += 1
        config = self.config()
        config.site_url = URL
        build(config, serve_url=URL)

    def rebuild(self) -> None:
        self.server.builder()

    def ask(self, path: str) -> tuple[str, bytes]:
        """The status and the body that a path below the site is answered with, but for what is broken."""
        status, content = self.answer(path)
        return status, NOTICE.sub(b"", content)

    def answer(self, path: str) -> tuple[str, bytes]:
        """The status and the body that a path below the site is answered with."""
        environ: dict[str, Any] = {}
        setup_testing_defaults(environ)
        environ["PATH_INFO"] = f"/atlas/{path}".encode().decode("latin-1")
        answers: list[str] = []

        def start_response(status: str, *_: object) -> Any:
            answers.append(status)

        app = self.server.get_app()
        assert app
        body = app(environ, start_response)
        content = b"".join(body)
        if close := getattr(body, "close", None):
            close()
        return answers[-1], content

    def notice(self, path: str) -> str:
        """The text of what a page tells of what is broken."""
        _, page = self.answer(path)
        found = NOTICE.findall(page)
        return unescape(re.sub(r"<[^>]+>+", " ", found[0].decode())) if found else ""

    @property
    def papers_made(self) -> set[str]:
        """The papers whose pages were made."""
        return {path.parent.name for path in self.folder.glob("papers/*/index.html")}


Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Write files (path: text) and serve them; the settings are those of mkdocs.yml, `options` those of the command."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    # mkdocs-static-i18n replaces this function while it builds, and does not put it back when a build stops.
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)
    # Where MkDocs keeps plugins that live longer than a build.
    monkeypatch.setattr(PLUGINS, "plugin_cache", {})

    def serve_it(
        files: Mapping[str, str] = FILES,
        settings: Mapping[str, Any] = SITE,
        options: Sequence[str] = ("--livereload",),
        command: Literal["serve", "build"] = "serve",
    ) -> Served:
        project = {"docs/index.md": "# Home\n", "mkdocs.yml": yaml.safe_dump(dict(settings), allow_unicode=True)}
        write_files(tmp_path / "project", project | dict(files))
        with serve_command.make_context("serve", list(options)):
            return Served(tmp_path / "project", tmp_path / "served", command)

    return serve_it


def clean_build(root: Path, folder: Path) -> dict[str, bytes]:
    """The files of the project as a build that knows of no other makes them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PLUGINS, "plugin_cache", {})
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    config.site_url = URL
    build(config)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(served: Served, earlier: set[str]) -> list[str]:
    """The files that are not served as a clean build makes them, and those that are gone since and still served."""
    built = clean_build(served.root, served.folder.parent / "clean")
    earlier |= built.keys()
    wrong = []
    for path in sorted(earlier):
        status, body = served.ask(path)
        if (status, body) != ("200 OK", built[path]) if path in built else not status.startswith("404"):
            wrong.append(f"{path}: {status}")
    return wrong


def changed(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def written(files: Mapping[str, str]) -> Callable[[Path], None]:
    return lambda root: write_files(root, files)


def setting(name: str, value: object) -> Callable[[Path], None]:
    """Change a setting of mkdocs.yml; that of a plugin has the plugin before its name."""

    def change(root: Path) -> None:
        settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
        settings[name] = value
        (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")

    return change


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>'
EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "an entry": changed("bib/a.bib", "& <i>so</i> 3", "& <i>so</i> three times"),
    "a key": changed("bib/a.bib", "k8,", "k8new,"),
    "a relation": changed("bib/a.bib", "uses = {k2}}", "extends = {k3}}"),
    "a note": changed("docs/directions/flows.md", "See [@k2]", "See [@k3; @k4] and ![it](../it.svg)"),
    "a group": changed(
        "docs/directions/flows.md", "title: Flows", "title: Flows\ngroups:\n- slug: a\n  title: Group A"
    ),
    "a picture": written({"docs/it.svg": PICTURE}),
    "another picture": written({"docs/it.svg": PICTURE.replace("/>", "></svg>")}),
    "a style": setting("extra_css", ["own.css"]),
    "the file of a style": written({"docs/own.css": "h1 { color: red }"}),
    "a change of a style": written({"docs/own.css": "h1 { color: blue }"}),
    "an option": setting("plugins", ["search", {"paperatlas": {"index_threshold": 1, "templates": "own"}}]),
    "a template": written({"own/paper.html.jinja": "<h1>{{ paper.key }}</h1>{{ t.abstract }}"}),
    "another template": written({"own/paper.html.jinja": "<h1>{{ paper.key }}!</h1>"}),
    "a theme": setting("theme", {"name": "mkdocs"}),
    "a language": setting("theme", MATERIAL | {"language": "zh"}),
    "pages as files": setting("use_directory_urls", False),
    "pages in folders": setting("use_directory_urls", True),
    "the navigation": setting("nav", ["index.md", {"All": "papers/index.md"}, "directions/flows.md"]),
    "no template": lambda root: (root / "own/paper.html.jinja").unlink(),
    "a file that is gone": lambda root: (root / "docs/it.svg").unlink(),
    "a library that is renamed": lambda root: (root / "bib/a.bib").rename(root / "bib/b.bib"),
    "an entry that is gone": changed("bib/b.bib", "@online{k7,", "@comment{k7,"),
    "a hand-written page in place of a generated one": written({"docs/papers/k1.md": "# By hand\n"}),
    "a note that is gone": lambda root: (root / "docs/directions/flows.md").unlink(),
}


@pytest.mark.parametrize(("settings", "each"), [(SITE, 5), (LANGUAGES, 12)], ids=["one language", "two languages"])
def test_whatever_is_saved_what_is_served_is_what_a_clean_build_makes(
    settings: dict[str, Any], each: int, serve: Serve
) -> None:
    served = serve(FILES, settings)
    earlier: set[str] = set()
    # mkdocs-static-i18n works with Material, and chooses the language.
    edits = [edit for edit in EDITS if settings is SITE or edit not in ("an option", "a language", "a theme")]
    for number, edit in enumerate(edits, 1):
        EDITS[edit](served.root)
        if number % each == 0 or edit == edits[-1]:
            served.rebuild()
            assert differences(served, earlier) == [], edit


SEVERAL = SITE | {"nav": ["index.md", "papers/index.md", "papers/k1.md", "notes/n.md"]}
NOTE = {"docs/notes/n.md": "# A note\n\n## Part\n\n[@k1]\n\n[it](../directions/flows.md)\n"}
SAVED: dict[str, tuple[Callable[[Path], object], bool]] = {
    "an entry": (changed("bib/a.bib", "& <i>so</i> 3", "& <i>so</i> three times"), True),
    "the title of a page in the navigation": (changed("bib/a.bib", '<b> "1"', '<b> "one"'), True),
    "a relation": (changed("bib/a.bib", "uses = {k2}}", "extends = {k3}}"), True),
    "a note": (changed("docs/notes/n.md", "[@k1]", "[@k3; @k4]"), True),
    "a title in the navigation": (changed("docs/notes/n.md", "# A note", "# Another note"), True),
    "a link to nowhere": (changed("docs/notes/n.md", "flows.md", "flow.md"), True),
    "a heading": (changed("docs/notes/n.md", "## Part", "## Parts"), True),
    "what search leaves out": (changed("docs/notes/n.md", "# Another", "---\nsearch: {exclude: true}\n---\n# A"), True),
    "a place in the library": (changed("bib/a.bib", "@online{k3,", "\n\n@online{k3,"), True),
    "a key": (changed("bib/a.bib", "{k8,", "{k8new,"), False),
    "a year": (changed("bib/a.bib", "{2021}", "{2022}"), False),
    "a picture": (written({"docs/it.svg": PICTURE}), False),
    "another picture": (written({"docs/it.svg": PICTURE.replace("/>", "></svg>")}), False),
    "a setting": (setting("site_name", "Other"), False),
    "an entry again": (changed("bib/a.bib", "three times", "four times"), True),
}


def test_what_was_saved_is_built_alone_if_no_more_can_have_changed(serve: Serve) -> None:
    served = serve(FILES | NOTE, SEVERAL)
    earlier: set[str] = set()
    for number, (edit, (save, alone)) in enumerate(SAVED.items(), 1):
        builds = served.builds
        save(served.root)
        served.rebuild()
        assert (served.builds == builds) == alone, edit
        if number % 5 == 0:
            assert differences(served, earlier) == [], edit


def test_a_page_is_made_when_it_is_asked_for(serve: Serve) -> None:
    served = serve()
    assert served.papers_made == set()
    assert not (served.folder / "library.bib").exists()
    assert served.ask("papers/k1/")[0] == "200 OK"
    assert served.ask("papers/k2")[0] == "302 Found"
    assert served.papers_made == {"k1", "k2"}
    assert served.ask("papers/k3.bib")[1].startswith(b"@online{k3,")
    assert served.ask("papers/nobody/")[0] == "404 Not Found"


ALL = {f"k{number}" for number in range(1, 9)}


@pytest.mark.parametrize(
    ("files", "settings", "options", "command"),
    [
        ({}, SITE, ["--no-livereload"], "serve"),
        ({}, SITE, ["--livereload", "--clean"], "build"),
        ({"hook.py": SEEING_EVERY_PAGE}, SITE | {"hooks": ["hook.py"]}, ["--livereload"], "serve"),
        ({"hook.py": SEEING_THE_SITE}, SITE | {"hooks": ["hook.py"]}, ["--livereload"], "serve"),
    ],
    ids=["a server that plugins do not see", "a clean build", "a hook for pages", "a hook for the site"],
)
def test_all_pages_are_made_at_once(
    files: dict[str, str],
    settings: dict[str, Any],
    options: list[str],
    command: Literal["serve", "build"],
    serve: Serve,
) -> None:
    assert serve(FILES | files, settings, options, command).papers_made == ALL


def test_a_server_that_was_not_started_by_the_command_is_known_after_its_first_build(serve: Serve) -> None:
    served = serve(options=["--no-livereload"])
    served.rebuild()
    assert served.papers_made == set()


def test_an_unused_plugin_that_sees_the_site_is_no_obstacle(serve: Serve) -> None:
    served = serve(FILES, SITE | {"plugins": ["search", {"offline": {"enabled": False}}, "paperatlas"]})
    assert served.papers_made == set()


THEME_OF_ITS_OWN = (
    "{% extends 'base.html' %}{% block footer %}"
    "{% if page and page.url.startswith('papers/k') %}{{ nothing.at.all }}{% endif %}{% endblock %}"
)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        (
            {"own/paper.html.jinja": "{{ papr }}"},
            "The template own/paper.html.jinja:1 cannot be used: 'papr' is undefined.",
        ),
        ({"theme/main.html": THEME_OF_ITS_OWN}, "main.html:1 cannot be used: 'nothing' is undefined."),
    ],
    ids=["a template of ours", "a template of the theme"],
)
def test_a_page_that_cannot_be_made_says_why(
    files: dict[str, str], sentence: str, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(serving.log, "error", logged.append)
    plugins: list[Any] = ["search", {"paperatlas": {"templates": "own"}}]
    settings = SITE | {"plugins": plugins, "theme": MATERIAL | {"custom_dir": "theme"}}
    served = serve({"bib/a.bib": LIBRARY, "own/x.jinja": "", "theme/x.html": ""} | files, settings)
    for path in ("papers/k1/", "papers/k1/"):
        status, body = served.ask(path)
        assert status == "500 Internal Server Error"
        assert sentence in unescape(body.decode())
    assert [sentence in message for message in logged] == [True, True]
    assert served.ask("papers/k1")[0] == "302 Found"
    assert served.ask("papers/")[0] == "200 OK"
    for path in files:
        (served.root / path).unlink()
    served.rebuild()
    assert differences(served, set()) == []


def test_the_index_needs_no_page_to_be_made(serve: Serve) -> None:
    served = serve(
        {"bib/a.bib": LIBRARY, "own/paper.html.jinja": "{{ papr }}"},
        SITE | {"plugins": [{"paperatlas": {"templates": "own"}}, "search"]},
    )
    status, body = served.ask("search/search_index.json")
    assert (status, b'"papers/k1/"' in body) == ("200 OK", True)


@pytest.mark.parametrize("settings", [SITE, LANGUAGES], ids=["one language", "two languages"])
def test_search_of_our_own_is_made_when_it_is_asked_for(settings: dict[str, Any], serve: Serve) -> None:
    plugins = [*settings["plugins"][:-1], {"paperatlas": {"search": "pagefind"}}]
    served = serve(FILES, settings | {"plugins": plugins})
    assert not (served.folder / "pagefind").exists()
    assert served.ask("pagefind/pagefind.js")[0] == "200 OK"
    built = clean_build(served.root, served.folder.parent / "clean")
    assert {path for path in built if path.startswith("pagefind/")} == {
        path.relative_to(served.folder).as_posix() for path in served.folder.glob("pagefind/**/*") if path.is_file()
    }


class Server:
    """What plugins see of a server, with what serves the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before_answer: Callable[[], object] = lambda: None
        self._app: Any = self._answer

    def get_app(self) -> Any:
        return self._app

    def set_app(self, app: Any) -> None:
        self._app = app

    def _answer(self, environ: Mapping[str, Any], start_response: Callable[..., object]) -> list[bytes]:
        self.before_answer()
        path = self.folder / environ["PATH_INFO"].lstrip("/")
        start_response("200 OK" if path.is_file() else "404 Not Found", [])
        return [path.read_bytes() if path.is_file() else b""]

    def ask(self, path: str) -> str:
        statuses: list[str] = []
        body = b"".join(self._app({"PATH_INFO": path}, lambda status, _: statuses.append(status)))
        return f"{statuses[-1][:3]} {body.decode()}"


def written_later(path: Path, text: str) -> Callable[[], None]:
    def write() -> None:
        path.write_text(text)

    return write


def config_of(folder: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.site_dir, config.theme = str(folder), Theme()
    return config


@pytest.fixture
def site(tmp_path: Path) -> tuple[ServedSite, Server, Callable[[dict[str, str]], None]]:
    """A site, its server, and a build of it: files by path."""
    site, server, config = ServedSite(), Server(tmp_path), config_of(tmp_path)
    site.put_before(server)  # type: ignore[arg-type]

    def make(files: dict[str, str]) -> None:
        assert site.start_build()
        for path in tmp_path.iterdir():
            path.unlink()
        for name, text in files.items():
            site.postpone(str(tmp_path / name), written_later(tmp_path / name, text))
        site.end_build(config)

    return site, server, make


Site = tuple[ServedSite, Server, Callable[[dict[str, str]], None]]


def test_a_request_that_waits_for_a_build_is_answered_from_it(site: Site) -> None:
    _, server, make = site
    make({"a.html": "old"})
    assert server.ask("/a.html") == "200 old"
    builds = [{"a.html": "newer"}, {"a.html": "new"}]

    def build_meanwhile() -> None:
        if builds:
            make(builds.pop())

    server.before_answer = build_meanwhile
    assert server.ask("/a.html") == "200 newer"
    builds[:] = [{}]
    assert server.ask("/a.html") == "404 "


def test_nothing_of_an_earlier_build_is_written_into_a_later_one(site: Site, tmp_path: Path) -> None:
    served, server, make = site
    make({})
    begun, built = threading.Event(), threading.Event()

    def write(turn: Turn) -> None:
        begun.set()
        assert built.wait(10)
        with turn():
            (tmp_path / "index.json").write_text("old")

    served.start_build()
    served.postpone_slow(str(tmp_path / "index.json"), write)
    config = config_of(tmp_path)
    served.end_build(config)
    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(server.ask("/index.json")))
    thread.start()
    assert begun.wait(10)
    make({"index.json": "new"})
    built.set()
    thread.join(10)
    assert answers == ["200 new"]


def test_a_build_in_a_build_is_a_part_of_it(site: Site, tmp_path: Path) -> None:
    served, server, _ = site
    config = config_of(tmp_path)
    assert served.start_build()
    served.postpone(str(tmp_path / "a"), written_later(tmp_path / "a", "a"))
    assert not served.start_build()
    served.postpone(str(tmp_path / "b"), written_later(tmp_path / "b", "b"))
    served.end_build(config)
    assert server.ask("/a") == "404 "
    served.end_build(config)
    assert (server.ask("/a"), server.ask("/b")) == ("200 a", "200 b")


@pytest.mark.parametrize("path", ["/../project/mkdocs.yml", "/..%2fproject", "/%", "/papers/../../x", "/ä"])
def test_odd_addresses_are_not_found(path: str, serve: Serve) -> None:
    assert serve().ask(path)[0] == "404 Not Found"


def test_what_a_site_names_while_it_is_served_is_watched(serve: Serve) -> None:
    served = serve(FILES | {"own/paper.html.jinja": "<h1>{{ paper.key }}</h1>"})
    own, bib = str(served.root / "own"), str(served.root / "bib")
    assert bib in served.watched
    assert own not in served.watched
    setting("plugins", ["search", {"paperatlas": {"templates": "own"}}])(served.root)
    served.rebuild()
    served.rebuild()
    assert (served.watched.count(bib), served.watched.count(own)) == (1, 1)


def test_the_real_server_shows_what_was_saved(serve: Serve) -> None:
    served = serve()
    server = LiveReloadServer(served.build, "127.0.0.1", 0, str(served.folder), "/atlas/", polling_interval=0.05)
    server.set_app(server.serve_request)
    config = served.config()
    config.plugins["paperatlas"].on_serve(server, config=config, builder=served.build)
    server.watch(str(served.root / "bib"))
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    while not server.serve_thread.is_alive():
        time.sleep(0.01)
    try:
        address = f"http://127.0.0.1:{server.server_address[1]}/atlas/papers/k1/"
        with urllib.request.urlopen(address) as answer:
            page = answer.read().decode()
        assert "livereload(" in page
        changed("bib/a.bib", "& <i>so</i> 1", "& <i>so</i> saved")(served.root)
        deadline = time.monotonic() + 20
        while "saved" not in page and time.monotonic() < deadline:
            time.sleep(0.05)
            with urllib.request.urlopen(address) as answer:
                page = answer.read().decode()
        assert "saved" in page
    finally:
        server.shutdown(wait=True)
        thread.join()
