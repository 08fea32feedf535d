from __future__ import annotations

import pytest

from paperatlas.formats.person import OTHERS, displayed, displayed_names, in_one_text, parts
from paperatlas.formats.records.record import Author


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("Ada Lovelace", Author("Lovelace", "Ada")),
        ("Laurens van der Maaten", Author("van der Maaten", "Laurens")),
        ("Marie-Anne de la Cruz", Author("de la Cruz", "Marie-Anne")),
        ("Sammy Davis Jr.", Author("Davis", "Sammy", "Jr.")),
        ("Oriol Vinyals, III", Author("Vinyals", "Oriol", "III")),
        ("D'Ascoli, Stéphane", Author("D'Ascoli", "Stéphane")),
        ("Ting Chen 0007", Author("Chen", "Ting")),
        ("Kai Li (Student)", Author("Li", "Kai")),
        ("Plato", Author("Plato")),
        ("张三", Author("张三")),
        ("OpenAI", Author("OpenAI")),
        ("ATLAS Collaboration", Author("ATLAS Collaboration")),
        ("Gemini Team", Author("Gemini Team")),
        ("(The DES Collaboration)", Author("The DES Collaboration")),
        ("(Lovelace)", Author("Lovelace")),
        ("The LLaMA Authors", Author("The LLaMA Authors")),
        ("et al.", OTHERS),
        (":", None),
        ("  ", None),
    ],
)
def test_a_displayed_name_is_taken_apart(written: str, author: Author | None) -> None:
    assert displayed(written) == author


@pytest.mark.parametrize(
    ("given", "author"),
    [
        (("van der Maaten", "L. J. P."), Author("van der Maaten", "L. J. P.")),
        (("SMITH", "JOHN"), Author("Smith", "John")),
        (("WU", "Y."), Author("WU", "Y.")),
        (("Davis", "Sammy", "Jr."), Author("Davis", "Sammy", "Jr.")),
        (("", "DeepMind"), Author("DeepMind")),
        (("others", ""), OTHERS),
        (("", ""), None),
    ],
)
def test_a_name_in_parts_is_kept(given: tuple[str, ...], author: Author | None) -> None:
    assert parts(*given) == author


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("Byron, Ada", Author("Byron", "Ada")),
        ("La Toll, Robert M., Sr.", Author("La Toll", "Robert M.", "Sr.")),
        ("La Toll, Robert M. III", Author("La Toll", "Robert M.", "III")),
        ("Kovar N", Author("Kovar", "N")),
        ("Stone KR Jr", Author("Stone", "KR", "Jr")),
        ("Catia Barr", Author("Barr", "Catia")),
        ("World Health Organization", Author("World Health Organization")),
        ("OpenAI", Author("OpenAI")),
        ("et al.", OTHERS),
    ],
)
def test_a_name_in_one_text(written: str, author: Author) -> None:
    assert in_one_text(written) == author


def test_names_with_their_initials_last() -> None:
    kovar, stone = Author("Kovar", "N"), Author("Stone", "KR")
    assert displayed_names(["Kovar N", "Stone KR", "et al."]) == (kovar, stone, OTHERS)
    assert displayed_names(["Malcolm X"]) == (Author("X", "Malcolm"),)
    assert displayed_names(["Weinan E", "Bing Yu"]) == (Author("E", "Weinan"), Author("Yu", "Bing"))
