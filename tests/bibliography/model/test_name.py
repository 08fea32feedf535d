"""How a name is shown and sorted."""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.parse_name import parse_name


@pytest.mark.parametrize(
    ("written", "display", "label"),
    [
        ("Beethoven, Ludwig van", "Ludwig van Beethoven", "Beethoven"),
        ("van Beethoven, Ludwig", "Ludwig van Beethoven", "van Beethoven"),
        ("von Last, Jr, First", "First von Last, Jr", "von Last"),
        ("{OpenAI}", "OpenAI", "OpenAI"),
        ("王小明", "王小明", "王"),
        ("Plato", "Plato", "Plato"),
        # one way to write initials, that of BibTeX's styles, so that one person has one row
        ("R.C. Smith", "R. C. Smith", "Smith"),
        ("R. C. Smith", "R. C. Smith", "Smith"),
        ("Tolkien, J.R.R.", "J. R. R. Tolkien", "Tolkien"),
        ("Tolkien, J. R.R.", "J. R. R. Tolkien", "Tolkien"),
        ("Roe, J.-P.É.", "J.-P. É. Roe", "Roe"),
        ("Roe, Ph.M.", "Ph.M. Roe", "Roe"),
    ],
)
def test_display(written: str, display: str, label: str) -> None:
    name = parse_name(written).name
    assert name.display == str(name) == display
    assert name.label == label


def test_names_sort_by_family() -> None:
    names = [parse_name(each).name for each in ("Zoe Adams", "von Beck, Al", "adams, Amy", "{ACM}")]
    assert [name.display for name in sorted(names, key=lambda name: name.sort_key)] == [
        "ACM",
        "Amy adams",
        "Zoe Adams",
        "Al von Beck",
    ]


# The BibLaTeX manual, 3.1.3 (`useprefix`), 2.3 and 3.4: an option of a name, of a list, of an entry; CSL 1.0.2, "Names".
PREFIXES = [
    ("Ludwig van Beethoven", "van Beethoven", "Beethoven"),
    ("family=Beethoven, given=Ludwig, prefix=van, useprefix=false", "Beethoven", "Beethoven"),
    ("family=Gogh, given=Vincent, prefix=van, useprefix=true", "van Gogh", "van Gogh"),
    ("family=Alembert, given=Jean, prefix=d'", "d'Alembert", "Alembert"),
    ("de' Medici, Lorenzo", "de' Medici", "Medici"),
    ("al-Hakim, Tawfiq", "al-Hakim", "al-Hakim"),
    ("'t Hooft, Gerard", "'t Hooft", "Hooft"),
    ("van 't Hoff, J. H.", "van 't Hoff", "Hoff"),
    ("Van de Graaff, R. J.", "Van de Graaff", "Van de Graaff"),
]


@pytest.mark.parametrize(("written", "label", "filed_under"), PREFIXES)
def test_prefix(written: str, label: str, filed_under: str) -> None:
    name = parse_name(written).name
    assert (name.label, name.filed_under) == (label, filed_under)


def test_names_are_sorted_as_people_look_for_them() -> None:
    written = [
        "王小明",
        "Zola, Émile",
        "Ångström, Anders",
        "Aalto, Alvar",
        "van Gogh, V.",
        "Öhm, G.",
        "{OpenAI}",
        "Wu, A.",
    ]
    names = [parse_name(each).name for each in written]
    assert [name.label for name in sorted(names, key=lambda name: name.sort_key)] == [
        "Aalto", "Ångström", "van Gogh", "Öhm", "OpenAI", "Wu", "王", "Zola",
    ]  # fmt: skip
