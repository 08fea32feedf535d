"""Answers of GitHub and GitLab, as they send them."""

from __future__ import annotations

import json

from tests.services.local_server import Answer


def github(name: str, **more: object) -> Answer:
    """An answer of GitHub with the parts that are read, and some that are not."""
    found: dict[str, object] = {
        "id": 1296269,
        "full_name": name,
        "html_url": f"https://github.com/{name}",
        "archived": False,
        "language": "Python",
        "license": {
            "key": "mit",
            "name": "MIT License",
            "spdx_id": "MIT",
            "url": "https://api.github.com/licenses/mit",
        },
        "topics": [],
    }
    return Answer(body=json.dumps(found | more).encode())


def gitlab(name: str, **more: object) -> Answer:
    """An answer of GitLab; it names no language."""
    found: dict[str, object] = {
        "id": 3,
        "path_with_namespace": name,
        "web_url": f"https://gitlab.com/{name}",
        "archived": False,
        "topics": [],
        "license": {"key": "apache-2.0", "name": "Apache License 2.0", "nickname": None},
    }
    return Answer(body=json.dumps(found | more).encode())
