"""What a service answered, read, or why it cannot be."""

from __future__ import annotations

import pytest

from paperatlas.formats.records.record import SourceError
from paperatlas.services.fetched import (
    UnknownWorkError,
    first_text,
    for_people_only,
    good,
    is_page,
    json_object,
    mapping,
    mappings,
    strings,
    xml_tree,
)
from paperatlas.services.web import Reply


def reply(body: str = "", status: int = 200, kind: str = "application/json") -> Reply:
    return Reply("https://api.example/x", status, {"content-type": kind}, body.encode())


@pytest.mark.parametrize("status", [200, 204, 299])
def test_a_success_is_given_back(status: int) -> None:
    answer = reply(status=status)
    assert good(answer, "") is answer


@pytest.mark.parametrize(
    ("status", "unknown", "message"),
    [
        (404, True, "there is no such loom"),
        (410, True, "there is no such loom"),
        (401, False, "api.example refuses requests from programs at the moment (HTTP 401)"),
        (403, False, "give it to `paperatlas add -`"),
        (304, False, "api.example answered with HTTP 304; try again later"),
        (418, False, "HTTP 418"),
    ],
)
def test_no_success_is_said_in_words(status: int, unknown: bool, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        good(reply(status=status), "there is no such loom")
    assert message in str(caught.value)
    assert isinstance(caught.value, UnknownWorkError) == unknown


def test_a_service_for_people_only_has_its_name_and_status_in_what_is_said() -> None:
    assert for_people_only("api.example", 403).startswith(
        "api.example refuses requests from programs at the moment (HTTP 403)"
    )


def test_json_and_xml_are_read() -> None:
    assert json_object(reply('\ufeff{"größe": [1, "图"]}')) == {"größe": [1, "图"]}
    assert xml_tree(reply(" <?xml version='1.0'?><a><b>图</b></a>", kind="text/xml")).findtext("b") == "图"


PAGE = "a web page instead of data"
UNREADABLE = [
    ("", "application/json", "not valid JSON", "not valid XML"),
    ("[1]", "application/json", "not valid JSON", "not valid XML"),
    ("{" * 100_000, "application/json", "not valid JSON", "not valid XML"),
    ("<a>", "text/xml", "not valid JSON", "not valid XML"),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "text/xml", "not valid JSON", "not valid XML"),
    ("<p>Are you a person?", "text/html; charset=utf-8", PAGE, PAGE),
    ("\n <!doctype HTML><p>", "application/json", PAGE, PAGE),
    ("<HTML><body/></HTML>", "", PAGE, PAGE),
]


@pytest.mark.parametrize(("body", "kind", "no_json", "no_xml"), UNREADABLE)
def test_what_cannot_be_read_is_said(body: str, kind: str, no_json: str, no_xml: str) -> None:
    with pytest.raises(SourceError, match=no_json):
        json_object(reply(body, kind=kind))
    with pytest.raises(SourceError, match=no_xml):
        xml_tree(reply(body, kind=kind))
    assert is_page(reply(body, kind=kind)) == (no_json == PAGE)


@pytest.mark.parametrize(
    ("written", "text"),
    [("A &amp; <b>B</b>", "A & B"), (["", None, "图", "x"], "图"), (12, "12"), ([3], "3"), ([], ""), (None, ""), ({}, ""), (1.5, "")],
)  # fmt: skip
def test_the_first_text_of_several_is_plain(written: object, text: str) -> None:
    assert first_text(written) == text


@pytest.mark.parametrize(
    ("value", "as_mapping", "as_mappings", "as_strings"),
    [
        ({"a": 1}, {"a": 1}, [], []),
        ([{"a": 1}, "b", None, 3], {}, [{"a": 1}], ["b"]),
        (None, {}, [], []),
        ("text", {}, [], []),
    ],
)
def test_json_of_another_shape_holds_nothing(
    value: object, as_mapping: dict[str, int], as_mappings: list[dict[str, int]], as_strings: list[str]
) -> None:
    assert (mapping(value), mappings(value), strings(value)) == (as_mapping, as_mappings, as_strings)
