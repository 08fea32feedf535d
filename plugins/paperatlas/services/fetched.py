"""What a service answered, read: a record with remarks, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from paperatlas.formats.plain_text import from_html
from paperatlas.formats.records.record import Record, SourceError
from paperatlas.services.web import Reply, host_of


class UnknownWorkError(SourceError):
    """The service knows no such work."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A record, and what a person should know of it before it is written: one sentence each."""

    record: Record
    remarks: tuple[str, ...] = ()
    published: str = ""
    """The DOI of the publication of a preprint, or empty."""


def good(reply: Reply, unknown: str) -> Reply:
    """Return the reply, if the service found the work; else `unknown` says what it does not know.

    Raises `UnknownWorkError` for a status of 404 or 410, and `SourceError` for any other that is no success.
    """
    host = host_of(reply.url)
    if reply.status in (404, 410):
        raise UnknownWorkError(unknown)
    if reply.status in (401, 403):
        raise SourceError(for_people_only(host, reply.status))
    if not 200 <= reply.status < 300:
        raise SourceError(f"{host} answered with HTTP {reply.status}; try again later, or add the entry by hand")
    return reply


def for_people_only(host: str, status: int) -> str:
    """Return what to say where a service lets no program in."""
    return (
        f"{host} refuses requests from programs at the moment (HTTP {status}): open the page in a browser, copy its "
        "BibTeX, and give it to `paperatlas add -`"
    )


def json_object(reply: Reply) -> dict[str, Any]:
    """Return the JSON object a service answered with. Raises `SourceError` if it is none."""
    value = _json(reply)
    if not isinstance(value, dict):
        raise SourceError(_no_data(reply, "JSON"))
    return value


def json_list(reply: Reply) -> list[Any]:
    """Return the JSON list a service answered with. Raises `SourceError` if it is none."""
    value = _json(reply)
    if not isinstance(value, list):
        raise SourceError(_no_data(reply, "JSON"))
    return value


def _json(reply: Reply) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(reply.text)
    except (ValueError, RecursionError) as error:
        raise SourceError(_no_data(reply, "JSON")) from error


def mapping(value: object) -> Mapping[str, Any]:
    """Return a JSON object; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def mappings(value: object) -> list[Mapping[str, Any]]:
    """Return the objects in a JSON list; none for anything else."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def strings(value: object) -> list[str]:
    """Return the texts in a JSON list; none for anything else."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def first_text(value: object) -> str:
    """Return a text or number, or the first of several, as plain text."""
    one = next((each for each in value if each), "") if isinstance(value, list) else value
    return from_html(one) if isinstance(one, str) else str(one) if isinstance(one, int) else ""


def xml_tree(reply: Reply) -> ET.Element:
    """Return the XML a service answered with. Raises `SourceError` if it is none.

    A document type is refused, because it could define entities that stand for files or for one another without end
    (the XML vulnerabilities in the notes on Python's `xml` package); no service here sends one.
    """
    text = reply.text.lstrip()
    if is_page(reply) or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise SourceError(_no_data(reply, "XML"))
    try:
        return ET.fromstring(text)  # noqa: S314 - without a document type there are no entities to expand
    except (ET.ParseError, ValueError) as error:
        raise SourceError(_no_data(reply, "XML")) from error


def is_page(reply: Reply) -> bool:
    """Return whether a web page came, where data was asked for."""
    return reply.media_type == "text/html" or reply.body[:200].lstrip().lower().startswith(
        (b"<!doctype html", b"<html")
    )


def _no_data(reply: Reply, wanted: str) -> str:
    """Return what to say of an answer that cannot be read."""
    host = host_of(reply.url)
    if is_page(reply):
        return (
            f"{host} answered with a web page instead of data, perhaps to check that the visitor is human: open it in "
            "a browser, or try again later"
        )
    return f"{host} answered with something that is not valid {wanted}; try again later"
