"""Options as they are written: read, or refused with a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from paperatlas.atlas import KeywordMark
from paperatlas.build.options import OPTIONS, Options, read_options
from paperatlas.hosts.markdown import CitationExtension
from paperatlas.hosts.mkdocs import PaperAtlasPlugin

DEFAULT = Options()
READ: list[tuple[dict[str, Any], Options]] = [
    ({}, DEFAULT),
    ({"bib": "a.bib"}, replace(DEFAULT, bib=("a.bib",))),
    ({"bib": ["a.bib", "b"]}, replace(DEFAULT, bib=("a.bib", "b"))),
    ({"bib": []}, replace(DEFAULT, bib=())),
    ({"cache": ""}, replace(DEFAULT, cache="")),
    ({"pages": True}, DEFAULT),
    ({"pages": False}, replace(DEFAULT, pages=())),
    ({"pages": []}, replace(DEFAULT, pages=())),
    ({"pages": ["papers", "people"]}, replace(DEFAULT, pages=("papers", "people"))),
    # nothing written stands for the default
    ({"bib": None, "cache": None, "templates": None, "references": None, "index_threshold": None}, DEFAULT),
    ({"marks": {"old": "classic"}}, replace(DEFAULT, marks=(KeywordMark("old", {"en": "classic"}),))),
    ({"marks": {"old": {"zh": "旧", "en": "old"}}}, replace(DEFAULT, marks=(KeywordMark("old", {"zh": "旧", "en": "old"}),))),
    ({"marks": None}, DEFAULT),
    ({"processes": 1}, replace(DEFAULT, processes=1)),
    ({"processes": None}, DEFAULT),
    ({"relation_types": {"uses": False}}, replace(DEFAULT, relation_types=DEFAULT.relation_types[:7] + DEFAULT.relation_types[8:])),
]  # fmt: skip
WRONG: list[tuple[dict[str, Any], list[str]]] = [
    ({"bib": 3}, ["bib: Expected a list of items, but a <class 'int'> was given."]),
    ({"bib": [3]}, ["bib: Expected type: <class 'str'> but received: <class 'int'>"]),
    ({"cache": ["x"]}, ["cache: Expected type: <class 'str'> but received: <class 'list'>"]),
    ({"references": "top"}, ["references: Expected one of: ('end', 'marker', 'none') but received: 'top'"]),
    ({"marks": ["old"]}, ["marks: Expected keywords with what they say, not ['old']."]),
    (
        {"language": "cn"},
        ["language: Expected the tag of a language, such as 'zh' or 'en', but received: 'cn'. Did you mean 'zh'?"],
    ),
    (
        {"language": "Chinese"},
        ["language: Expected the tag of a language, such as 'zh' or 'en', but received: 'Chinese'. Did you mean 'zh'?"],
    ),
    (
        {"language": "中文"},
        ["language: Expected the tag of a language, such as 'zh' or 'en', but received: '中文'. Did you mean 'zh'?"],
    ),
    ({"language": "grc"}, []),
    ({"language": "zh_Hans"}, []),
    ({"language": None}, []),
    ({"marks": {"old": {}}}, ["marks: 'old' cannot be {}: write what the mark says, or a text under each language."]),
    (
        {"marks": {"old": {"en": 1}}},
        ["marks: 'old' cannot be {'en': 1}: write what the mark says, or a text under each language."],
    ),
    ({"relation_types": None}, ["relation_types: Expected the names of relation types with their settings, not None."]),
    ({"index_threshold": "5", "bib": 3}, ["bib: Expected a list of items, but a <class 'int'> was given."]),
    ({"index_threshold": True}, ["index_threshold: Expected type: <class 'int'> but received: <class 'bool'>"]),
    ({"processes": 0}, ["processes: Expected a number from 1 on, but received: 0."]),
    ({"processes": "2"}, ["processes: Expected type: <class 'int'> but received: <class 'str'>"]),
    ({"bibs": "a", "bib_file": "b"}, ["bibs: Unrecognised configuration name: bibs. Did you mean 'bib'?"]),
    ({"nonsense": 1}, ["nonsense: Unrecognised configuration name: nonsense"]),
    ({"exports": "yes"}, ["exports: Expected type: <class 'bool'> but received: <class 'str'>"]),
    ({"pages": 1}, ["pages: Expected a list of items, but a <class 'int'> was given."]),
    (
        {"pages": ["papers", "peple"]},
        [
            (
                "pages: There are no pages 'peple', only home, papers, people, venues, years, map, compare, reading, "
                "changes, problems. Did you mean 'people'?"
            )
        ],
    ),
    (
        {"pages": ["people"]},
        ["pages: The other pages lead to those of the papers: add 'papers', or write 'false' for none at all."],
    ),
]


@pytest.mark.parametrize(("written", "options"), READ)
def test_read(written: dict[str, Any], options: Options) -> None:
    assert read_options(written) == (options, [])


@pytest.mark.parametrize(("written", "sentences"), WRONG)
def test_refused_in_the_words_of_mkdocs(written: dict[str, Any], sentences: list[str]) -> None:
    assert [f"{name}: {reason}" for name, reason in read_options(written)[1]] == sentences
    errors, warnings = PaperAtlasPlugin().load_config(written)
    told = [f"{name}: {error}" for name, error in [*errors, *warnings] if name != "bib_file"]
    assert told == sentences


def test_every_host_has_the_defaults_of_the_options() -> None:
    plugin = PaperAtlasPlugin()
    plugin.load_config({})
    assert {option.name: plugin.config[option.name] for option in OPTIONS} == {
        option.name: option.default for option in OPTIONS
    }
    extension = CitationExtension()
    for name in ("bib", "citation_style", "references", "language"):
        assert extension.getConfig(name) == getattr(DEFAULT, name)


def test_what_is_read_can_be_read_again() -> None:
    for option in OPTIONS:
        assert option.read(option.default) == option.default
