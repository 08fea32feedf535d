"""What GitHub and GitLab say of repositories."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.repositories import (
    Repository,
    find_repository,
    gitlab_project_of,
    repository_name,
    repository_of,
)
from tests.services.forges import github, gitlab
from tests.services.local_server import Answer
from tests.services.server import ServiceServer


@pytest.mark.parametrize(
    ("url", "repository"),
    [
        ("https://github.com/ada/engine", "ada/engine"),
        ("http://www.github.com/ada/engine.git", "ada/engine"),
        ("https://github.com/ada/engine/tree/main/src", "ada/engine"),
        ("https://github.com/ada", ""),
        ("https://github.com/orgs/ada", ""),
        ("https://gist.github.com/ada/123", ""),
        ("https://github.com.example/ada/engine", ""),
        ("https://example.org/ada/engine", ""),
    ],
)
def test_which_repository_an_address_is_of(url: str, repository: str) -> None:
    assert repository_of(url) == repository


@pytest.mark.parametrize(
    ("url", "project"),
    [
        ("https://gitlab.com/ada/engine", "ada/engine"),
        ("https://gitlab.com/ada/group/engine.git", "ada/group/engine"),
        ("https://gitlab.com/ada/engine/-/tree/main/src", "ada/engine"),
        ("https://gitlab.com/ada", ""),
        ("https://gitlab.com/explore/projects", ""),
        ("https://gitlab.example/ada/engine", ""),
    ],
)
def test_which_project_an_address_is_of(url: str, project: str) -> None:
    assert gitlab_project_of(url) == project
    assert repository_name(url) == (f"gitlab.com/{project}" if project else "")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, Repository("https://github.com/ada/engine", licence="MIT", language="Python")),
        ({"archived": True, "license": None, "language": None}, Repository("https://github.com/ada/engine", archived=True)),
        ({"license": {"spdx_id": "NOASSERTION"}, "language": "Jupyter Notebook"}, Repository("https://github.com/ada/engine", language="Jupyter Notebook")),
        ({"topics": ["vision", "pytorch", "JAX", "pytorch-lightning"]}, Repository("https://github.com/ada/engine", licence="MIT", language="Python", framework="PyTorch, JAX")),
        # What a service should not send.
        ({"archived": "yes", "license": "MIT", "language": "a\tb", "topics": "pytorch"}, Repository("https://github.com/ada/engine")),
        ({"license": {"spdx_id": "MIT}, x = {"}, "language": ["Python"], "topics": [3, None]}, Repository("https://github.com/ada/engine")),
    ],
)  # fmt: skip
def test_what_github_says(services: ServiceServer, more: dict[str, object], expected: Repository) -> None:
    services.answer({"github/repos/ada/engine": github("ada/engine", **more)})
    assert find_repository(services.web, "github.com/ada/engine") == expected


def test_what_gitlab_says(services: ServiceServer) -> None:
    found = gitlab("Ada/x/engine", topics=["tensorflow"], archived=True)
    services.answer({"gitlab/projects/ada%2Fx%2Fengine?license=true": found})
    assert find_repository(services.web, "gitlab.com/ada/x/engine") == Repository(
        "https://gitlab.com/Ada/x/engine", archived=True, licence="Apache-2.0", framework="TensorFlow"
    )


def test_a_repository_that_has_moved_is_followed(services: ServiceServer) -> None:
    services.answer(
        {
            "github/repos/ada/old": Answer(301, location="/github/repositories/7"),
            "github/repositories/7": github("ada/new"),
        }
    )
    found = find_repository(services.web, "github.com/ada/old")
    assert found is not None
    assert found.address == "https://github.com/ada/new"


@pytest.mark.parametrize(
    "answer", [Answer(404), Answer(410), Answer(451), Answer(403, body=b'{"message": "Repository access blocked"}')]
)
def test_a_repository_that_is_not_there(services: ServiceServer, answer: Answer) -> None:
    services.answer({"github/repos/ada/engine": answer})
    assert find_repository(services.web, "github.com/ada/engine") is None


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer(403, headers={"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1700000000"}), r"fewer requests \(HTTP 403\); try again after 22:13 UTC, or with a token"),
        (Answer(403), r"fewer requests \(HTTP 403\); try again in an hour"),
        (Answer(403, headers={"X-RateLimit-Reset": "9" * 40}), r"try again in an hour"),
        (Answer(429, headers={"Retry-After": "3600"}), r"asks for fewer requests .* in 3,600 seconds"),
        (Answer(500), r"has an internal error"),
        (Answer(401), r"answered with HTTP 401"),
        (Answer(body=b"<!doctype html>"), r"answered with a web page instead of data"),
        (Answer(body=b"{}"), r"GitHub answered without a repository for 'ada/engine'"),
        (github("ada/.."), r"GitHub answered without a repository"),
        (github("https://evil.example/x"), r"GitHub answered without a repository"),
        (Answer(body=b" " * (9 << 20)), r"sent more than the 8,388,608 bytes"),
        (Answer(breaks=True), r"closed the connection|cannot be reached"),
    ],
)  # fmt: skip
def test_a_service_that_fails_says_why(services: ServiceServer, answer: Answer, message: str) -> None:
    services.answer({"github/repos/ada/engine": answer})
    with pytest.raises(SourceError, match=message):
        find_repository(services.web, "github.com/ada/engine")
