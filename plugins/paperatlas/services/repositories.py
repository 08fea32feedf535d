"""Repositories of code at GitHub and GitLab: where they are now, and what their owners say of them.

GitHub's REST API, "Get a repository" (docs.github.com/rest/repos/repos); GitLab's Projects API, "Get a single project"
(docs.gitlab.com/api/projects).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from paperatlas.formats.records.record import SourceError
from paperatlas.services.fetched import json_object, mapping, strings
from paperatlas.services.web import Reply, Web, host_of

_NO_OWNERS = frozenset({"about", "apps", "collections", "features", "marketplace", "orgs", "sponsors", "topics"})
_NO_GROUPS = frozenset({"dashboard", "explore", "groups", "help", "users"})
_GITHUB_NAME = re.compile(r"[A-Za-z0-9][\w-]*/(?!\.{1,2}\Z)[\w.-]+", re.ASCII)
_GITLAB_NAME = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)+", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9 +#.*'-]{0,39}")
"""The name of a language (`Jupyter Notebook`, `C++`): what else a service answers is left out."""
_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{1,39}")
"""An identifier of SPDX."""
_NO_LICENCES = frozenset({"noassertion", "none", "other"})
"""What stands where the services recognise no licence."""
_SPDX = {
    name.lower(): name
    for name in (
        "AGPL-3.0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0",
        "GPL-2.0", "GPL-3.0", "ISC", "LGPL-2.1", "LGPL-3.0", "MIT", "MPL-2.0", "Unlicense",
    )
}  # fmt: skip
"""How SPDX writes what GitLab writes in lower case."""
_FRAMEWORKS = {
    "caffe": "Caffe", "chainer": "Chainer", "flax": "JAX", "jax": "JAX", "jittor": "Jittor", "keras": "Keras",
    "mindspore": "MindSpore", "mxnet": "MXNet", "paddlepaddle": "PaddlePaddle", "pytorch": "PyTorch",
    "pytorch-lightning": "PyTorch", "tensorflow": "TensorFlow", "tensorflow2": "TensorFlow", "theano": "Theano",
}  # fmt: skip
"""Topics that owners give their repositories, and the frameworks that they name."""
_LIMITED = frozenset({403, 429})
_GONE = frozenset({404, 410, 451})
"""RFC 9110 and RFC 7725."""
_BLOCKED = b"access blocked"
"""What GitHub says with a status of 403 of a repository that it has blocked; else that is how it limits requests."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository as its forge describes it; what that does not say is empty. `address` is where it is by now."""

    address: str
    archived: bool = False
    licence: str = ""
    language: str = ""
    framework: str = ""


def repository_of(url: str) -> str:
    """Return the repository at GitHub that an address belongs to, as `owner/name`; empty if it belongs to none."""
    parts = urlsplit(url)
    owner, _, rest = parts.path.strip("/").partition("/")
    name = rest.partition("/")[0].removesuffix(".git")
    at_github = (parts.hostname or "").removeprefix("www.") == "github.com"
    return f"{owner}/{name}" if at_github and name and owner.lower() not in _NO_OWNERS else ""


def gitlab_project_of(url: str) -> str:
    """Return the project at gitlab.com that an address belongs to, as `group/name`; empty if it belongs to none."""
    parts = urlsplit(url)
    path = parts.path.partition("/-/")[0].strip("/").removesuffix(".git")
    at_gitlab = (parts.hostname or "").removeprefix("www.") == "gitlab.com"
    known = at_gitlab and _GITLAB_NAME.fullmatch(path) and path.partition("/")[0].lower() not in _NO_GROUPS
    return path if known else ""


def repository_name(url: str) -> str:
    """Return what tells a repository from all others, `github.com/owner/name` in lower case; empty if it is none."""
    if name := repository_of(url):
        return f"github.com/{name}".lower()
    return f"gitlab.com/{name}".lower() if (name := gitlab_project_of(url)) else ""


def find_repository(web: Web, name: str) -> Repository | None:
    """Return the repository of a name (`repository_name`); None if it is gone or private. Raises `SourceError`."""
    host, _, path = name.partition("/")
    return _at_github(web, path) if host == "github.com" else _at_gitlab(web, path)


def _at_github(web: Web, name: str) -> Repository | None:
    """Return a repository at GitHub, which redirects from where it was to where it is."""
    url = f"{web.services.github}/repos/{quote(name, safe='/')}"
    found = _answered(web.get(url, accept="application/vnd.github+json"))
    if found is None:
        return None
    now = found.get("full_name")
    if not isinstance(now, str) or not _GITHUB_NAME.fullmatch(now):
        raise SourceError(f"GitHub answered without a repository for '{name}'; try again later")
    return _repository(f"https://github.com/{now}", found, mapping(found.get("license")).get("spdx_id"))


def _at_gitlab(web: Web, name: str) -> Repository | None:
    """Return a project at gitlab.com."""
    url = f"{web.services.gitlab}/projects/{quote(name, safe='')}?license=true"
    found = _answered(web.get(url, accept="application/json"))
    if found is None:
        return None
    now = found.get("path_with_namespace")
    if not isinstance(now, str) or not _GITLAB_NAME.fullmatch(now):
        raise SourceError(f"GitLab answered without a project for '{name}'; try again later")
    return _repository(f"https://gitlab.com/{now}", found, mapping(found.get("license")).get("key"))


def _repository(address: str, found: Mapping[str, Any], licence: object) -> Repository:
    topics = (_FRAMEWORKS.get(topic.lower(), "") for topic in strings(found.get("topics")))
    language = found.get("language")
    return Repository(
        address,
        archived=found.get("archived") is True,
        licence=_licence(licence),
        language=language if isinstance(language, str) and _LANGUAGE.fullmatch(language) else "",
        framework=", ".join(dict.fromkeys(filter(None, topics))),
    )


def _licence(written: object) -> str:
    """Return the identifier of a licence as SPDX writes it; empty if none was recognised."""
    if not isinstance(written, str) or not _LICENCE.fullmatch(written) or written.lower() in _NO_LICENCES:
        return ""
    return _SPDX.get(written.lower(), written)


def _answered(reply: Reply) -> dict[str, Any] | None:
    """Return the JSON object of an answer; None if there is no such repository. Raises `SourceError`."""
    if reply.status in _GONE or (reply.status == 403 and _BLOCKED in reply.body):
        return None
    host = host_of(reply.url)
    if reply.status in _LIMITED:
        reset = reply.headers.get("x-ratelimit-reset", "")
        when = f"after {_clock(int(reset))}" if reset.isdecimal() and len(reset) < 12 else "in an hour"
        raise SourceError(f"{host} asks for fewer requests (HTTP {reply.status}); try again {when}, or with a token")
    if not 200 <= reply.status < 300:
        raise SourceError(f"{host} answered with HTTP {reply.status}; try again later")
    return json_object(reply)


def _clock(seconds: int) -> str:
    """Return a time, in seconds since 1970, as a clock shows it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%H:%M} UTC"
