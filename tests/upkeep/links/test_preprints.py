"""Whether arXiv has preprints, asked a hundred at a time."""

from __future__ import annotations

import pytest

from paperatlas.services.addresses import Services
from paperatlas.services.web import Web
from paperatlas.upkeep.links.check import Outcome
from paperatlas.upkeep.links.preprints import living_preprints
from paperatlas.upkeep.links.targets import Question
from tests.services.local_server import Answer, FakeTime, LinkServer, serve
from tests.upkeep.abstracts.test_fetch import feed


def ask(server: LinkServer, numbers: list[str], *others: str) -> dict[str, Outcome]:
    """Ask for pages of preprints and other addresses; the outcomes by number."""
    fake = FakeTime()
    base = server.url("")
    web = Web(Services(arxiv=base), clock=fake.now, sleep=fake.sleep)
    urls = [*(f"{base}/abs/{number}" for number in numbers), *others]
    found = living_preprints(web, [Question(url) for url in urls])
    return {url.removeprefix(f"{base}/abs/"): outcome for url, outcome in found.items()}


def query(numbers: list[str]) -> str:
    return f"/api/query?id_list={','.join(numbers)}&max_results={len(numbers)}"


def answer(numbers: list[str]) -> Answer:
    return Answer(body=feed(*((number, f"Title {number}", "Words.") for number in numbers)))


FOUR = [f"2001.0000{n}" for n in range(4)]


def test_only_what_arxiv_answers_and_was_asked_for_is_alive() -> None:
    with serve({query(FOUR): answer([*FOUR[:3], "2001.99999"])}) as server:
        found = ask(server, FOUR, "https://ada.example/abs/2001.00003")
        assert found == {number: Outcome("alive", 200, final=server.url(f"/abs/{number}")) for number in FOUR[:3]}


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_few_are_not_worth_a_question(count: int) -> None:
    with serve({query(FOUR[:count]): answer(FOUR[:count])}) as server:
        assert ask(server, FOUR[:count]) == {}
        assert server.asked() == []


def test_a_hundred_are_asked_for_at_a_time_until_arxiv_fails() -> None:
    numbers = [f"2001.{n:05}" for n in range(250)]
    answers = {query(numbers[:100]): answer(numbers[:100]), query(numbers[100:200]): Answer(403)}
    with serve(answers) as server:
        assert list(ask(server, numbers)) == numbers[:100]
        assert len(server.requests) == 2
