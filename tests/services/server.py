"""The services of `paperatlas add` on this machine, all on one server, each below a folder of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from paperatlas.formats.records.record import Author
from paperatlas.services.addresses import Services
from paperatlas.services.fetch import fetch
from paperatlas.services.fetched import Fetched
from paperatlas.services.locate import locate
from paperatlas.services.web import Web
from tests.services.local_server import Answer, FakeTime, LinkServer

LOVELACE, MAATEN = Author("Lovelace", "Ada"), Author("van der Maaten", "Laurens")
"""Who wrote the made-up papers."""


@dataclass(frozen=True)
class ServiceServer:
    """The server, the addresses of the services on it, and a client whose clock goes on only while it waits."""

    server: LinkServer
    services: Services
    time: FakeTime
    web: Web

    def answer(self, answers: Mapping[str, Answer | list[Answer]]) -> None:
        """Set answers: by the path without the leading slash, which begins with the service's name."""
        self.server.answers.update({f"/{path}": answer for path, answer in answers.items()})

    @property
    def environment(self) -> dict[str, str]:
        """The variables that send the command here."""
        return {f"PAPERATLAS_{name.upper()}_URL": address for name, address in vars_of(self.services).items()}


def vars_of(services: Services) -> dict[str, str]:
    """The addresses by service."""
    return {field.name: getattr(services, field.name) for field in fields(services)}


def service_server(server: LinkServer) -> ServiceServer:
    """The services on a server."""
    where = Services(**{field.name: server.url(f"/{field.name}") for field in fields(Services)})
    time = FakeTime()
    return ServiceServer(server, where, time, Web(where, clock=time.now, sleep=time.sleep))


def arxiv_path(identifier: str) -> str:
    """The path of a query for a preprint."""
    return f"arxiv/api/query?id_list={identifier.replace('/', '%2F')}&max_results=1"


def fetched(services: ServiceServer, written: str, given: Mapping[str, Answer | list[Answer]]) -> Fetched:
    """What is fetched for a text, when the services answer so."""
    services.answer(given)
    located = locate(written)
    assert located is not None
    return fetch(services.web, located)
