"""`mkdocs serve` with generated pages and files that are not made before somebody asks for them.

A build under `serve` leaves them to be made, and a request makes what it asks for, in the folder that MkDocs serves.
MkDocs' own server then serves it as any other file: with its script that reloads pages, its redirects, its page not
found. Whatever is left belongs to one build: a new one drops it before it empties the folder.
"""

from __future__ import annotations

import os.path
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click
from mkdocs.plugins import get_plugin_logger

from paperatlas.hosts.mkdocs.notice import with_notice
from paperatlas.hosts.mkdocs.stopped import why_stopped
from paperatlas.storage.files import write_output

if TYPE_CHECKING:
    from wsgiref.simple_server import WSGIServer

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("paperatlas")

Turn = Callable[[], AbstractContextManager[None]]
"""What is done in a turn is done alone, and only as long as the site is that of the last build."""

_ERROR = "500 Internal Server Error"
_ERROR_PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>PaperAtlas</title></head>'
    "<body><h1>This page cannot be made</h1><p>{}</p></body></html>"
)


class SupersededError(Exception):
    """A new build has begun while something of the last one was made."""


@dataclass(frozen=True, slots=True)
class _Unmade:
    """What a build has left, by path: files, and folders whose files are made together. Those `made` since are known.

    `mount` is where the `folder` of the site is served, `templates` are the folders of the theme. Those that take long
    are `slow`; those that `write_more` come with files that are not known yet.
    """

    folder: str
    mount: str
    templates: Sequence[str]
    writers: Mapping[str, Callable[[Turn], None]]
    slow: frozenset[str]
    write_more: frozenset[str]
    made: set[str] = field(default_factory=set)

    def asked_for(self, address: str) -> list[str]:
        """Return what has to be made for a request."""
        if not f"{address}/".startswith(self.mount):
            return []
        path = posixpath.normpath("/" + address[len(self.mount) :]).lstrip("/")
        # A file, a page without a slash behind it, or a file in a folder whose files are made together.
        candidates = (path, posixpath.join(path, "index.html"), path.partition("/")[0])
        paths = [str(Path(self.folder, name)) for name in candidates]
        return [path for path in paths if path in self.writers and path not in self.made]


class ServedSite:
    """The site as `mkdocs serve` shows it: builds leave files to be made, requests make them.

    `notice` returns the HTML that every page has at its end, empty if nothing is broken.
    """

    def __init__(self) -> None:
        self.notice: Callable[[], str] = str
        self._lock = Lock()
        self._slow = Lock()
        self._depth = 0
        self._is_asked = False
        self._unmade: _Unmade | None = None
        self._writers: dict[str, Callable[[Turn], None]] = {}
        self._slow_paths: set[str] = set()
        self._writing_more: set[str] = set()

    def start_build(self) -> bool:
        """Drop what the last build left; return False within a build, as of a further language of the site."""
        self._depth += 1
        if self._depth > 1:
            return False
        with self._lock:
            self._unmade = None
        self._writers, self._slow_paths, self._writing_more = {}, set(), set()
        return True

    def end_build(self, config: MkDocsConfig) -> None:
        """Have made what a build left when it is asked for from now on."""
        self._depth -= 1
        if self._depth == 0:
            mount = "/" + urlsplit(config.site_url or "/").path.strip("/")
            self._unmade = _Unmade(
                os.path.abspath(config.site_dir),  # noqa: PTH100 - as MkDocs' server has it
                mount if mount == "/" else f"{mount}/",
                config.theme.dirs,
                self._writers,
                frozenset(self._slow_paths),
                frozenset(self._writing_more),
            )

    def fail_build(self) -> None:
        """Have nothing made until a build succeeds, or what there was before is restored."""
        self._depth = 0

    @property
    def unmade(self) -> _Unmade | None:
        """Return what is left to be made, for `restore`."""
        return self._unmade

    def restore(self, unmade: _Unmade | None) -> None:
        """Have made again what was left before a build that failed, but for what is there."""
        with self._lock:
            if unmade:
                unmade.made.intersection_update([path for path in unmade.made if Path(path).exists()])
            self._unmade = unmade

    def postpone(self, path: str, write: Callable[[], None], *, writes_more: bool = False) -> None:
        """Leave a file to be written; `writes_more` tells that others come with it."""
        self._writers[path] = lambda _: write()
        if writes_more:
            self._writing_more.add(path)

    def postpone_slow(self, path: str, write: Callable[[Turn], None]) -> None:
        """Leave a file or a folder that takes long: meanwhile pages are made, and builds begin, between its turns."""
        self._writers[path] = write
        self._slow_paths.add(path)

    @property
    def can_make(self) -> bool:
        """Return whether what is left will be made.

        Before the first build it is not known from the server: that of `--no-livereload` is never given to plugins.
        """
        context = click.get_current_context(silent=True)
        return self._is_asked or (context is not None and bool(context.params.get("livereload")))

    def put_before(self, server: WSGIServer) -> None:
        """Have files made before a server serves them."""
        application = server.get_app()
        if application is not None:
            server.set_app(self._before(application))
            self._is_asked = True

    def _before(self, application: WSGIApplication) -> WSGIApplication:
        def respond(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if address.startswith("/livereload/"):
                return application(environ, start_response)
            while True:
                unmade = self._unmade
                error = self._make(unmade, unmade.asked_for(address)) if unmade else ""
                answer = _answer(application, environ)
                if unmade and answer.missing and (more := unmade.write_more - unmade.made):
                    error = self._make(unmade, more)
                    answer.close()
                    answer = _answer(application, environ)
                if unmade is self._unmade:
                    return answer.give(start_response, error, self.notice())
                # MkDocs' server has waited for a build: what was made above belonged to the last one.
                answer.close()

        return respond

    def _make(self, unmade: _Unmade, paths: Iterable[str]) -> str:
        """Make files; return why one cannot be made."""
        for path in paths:
            try:
                self._write(unmade, path)
            except SupersededError:
                return ""
            except Exception as error:
                name = Path(path).relative_to(unmade.folder).as_posix()
                message = why_stopped(error, unmade.templates) or f"'{name}' cannot be made: {error!r}."
                log.error(message)  # noqa: TRY400 - a traceback through MkDocs tells the author of a template nothing
                log.debug("It was raised here:", exc_info=True)
                if path.endswith(".html"):
                    # MkDocs' server makes it a page that is loaded again after the next build.
                    with suppress(SupersededError), self._turn(unmade):
                        write_output(path, _ERROR_PAGE.format(escape(message)).encode())
                return message
        return ""

    def _write(self, unmade: _Unmade, path: str) -> None:
        turn = partial(self._turn, unmade)
        with self._slow if path in unmade.slow else turn():
            if path not in unmade.made:
                unmade.writers[path](turn)
                unmade.made.add(path)

    @contextmanager
    def _turn(self, unmade: _Unmade) -> Iterator[None]:
        with self._lock:
            if self._unmade is not unmade:
                raise SupersededError
            yield


@dataclass(slots=True)
class _Answer:
    """What MkDocs' server answers, before it is given."""

    status: str
    headers: list[tuple[str, str]]
    body: Iterable[bytes]

    @property
    def missing(self) -> bool:
        """Return whether there is no such page."""
        return self.status.startswith("404")

    def give(self, start_response: StartResponse, error: str, notice: str) -> Iterable[bytes]:
        """Answer; if a file could not be made, with its error page if there is one, else with the sentence.

        A page has the `notice` at its end.
        """
        if error and not self.status.startswith("302"):
            if self.missing or not self._is_page:
                self.close()
                self.headers, self.body = [("Content-Type", "text/plain; charset=utf-8")], [error.encode()]
            self.status = _ERROR
        if notice and self._is_page:
            page = with_notice(b"".join(self.body), notice)
            self.close()
            self.headers = [header for header in self.headers if header[0] != "Content-Length"]
            self.headers.append(("Content-Length", str(len(page))))
            self.body = [page]
        start_response(self.status, self.headers)
        return self.body

    @property
    def _is_page(self) -> bool:
        return ("Content-Type", "text/html") in self.headers

    def close(self) -> None:
        """Close the file that would have been sent."""
        if close := getattr(self.body, "close", None):
            close()


def _answer(application: WSGIApplication, environ: WSGIEnvironment) -> _Answer:
    given: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], object]:  # noqa: ANN401
        given.append((status, headers))
        return lambda _: None

    body = application(environ, start_response)
    return _Answer(*given[-1], body)
