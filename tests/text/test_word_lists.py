from __future__ import annotations

from paperatlas.text.word_lists import words_in


def test_blanks_and_line_ends_divide_words() -> None:
    assert words_in(" a b\n 论文  c") == ("a", "b", "论文", "c")
    assert words_in("") == ()
