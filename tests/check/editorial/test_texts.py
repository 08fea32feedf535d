"""The fields that a site asks of each paper."""

from __future__ import annotations

import pytest

from tests.check.editorial.conftest import Found

ROWS = [
    # what is required, the field of an entry, what is said of it
    ("{note: }", "note = {x}", None),
    ("{note: }", "", ("EDI001", "bib/a.bib:1:1 'a' has no note, which")),
    (
        "{note: {language: en}}",
        "note_en = {x}",
        ("EDI001", "2:3 'a' has no note, which this site asks of each paper. Write 'note' for 'note_en'"),
    ),
    ("{note: }", "note = {}", ("EDI001", "bib/a.bib:1:1 'a' has no note, which")),
    ("{note: , code: , change: }", "note = {x}", ("EDI001", "'a' has no code and change, which")),
    ("{note: {words: [2, 3]}}", "note = {one}", ("EDI002", "bib/a.bib:2:3 The length of 'note' of 'a' in words is 1;")),
    ("{note: {words: [2, 3]}}", "note = {one two}", None),
    ("{note: {words: [2, 3]}}", "note = {one two three}", None),
    ("{note: {words: [2, 3]}}", "note = {a b c d e}", ("EDI002", "2 to 3 are asked for. It is at least 2 too long.")),
    ("{note: {characters: [3, 5]}}", r"note = {\'e\`e}", ("EDI002", "in characters is 2; 3 to 5 are asked for.")),
    ("{note: {language: zh}}", "note = {改为预测噪声}", None),
    ("{note: {language: zh}}", "note = {Swin 的窗口}", None),
    ("{note: {language: zh}}", "note = {Predicts noise}", ("EDI003", "in the language 'zh'")),
    ("{note: {language: en}}", "note = {Predicts noise, $x_0$ and 2}", None),
    ("{note: {language: en}}", "note = {改为预测噪声}", ("EDI003", "in the language 'en'")),
    ("{note: {language: en}}", "note = {1.0}", None),
    ("{note: {full_stop: false}}", "note = {It is.}", ("EDI004", "ends with a full stop. Remove it.")),
    ("{note: {full_stop: false}}", "note = {是。}", ("EDI004", "ends with a full stop. Remove it.")),
    ("{note: {full_stop: true}}", "note = {It is}", ("EDI004", "ends without a full stop. Add one.")),
    ("{note: {full_stop: true}}", "note = {It is.}", None),
    (
        "{note: {pattern: '[A-Z].*', hint: Use a capital.}}",
        "note = {it is}",
        ("EDI004", "asks for. The site says of it: “Use a capital.”."),
    ),
    ("{note: {pattern: '[A-Z].*'}}", "note = {It is}", None),
    ("{note: {pattern: '[A-Z]+'}}", "note = {It}", ("EDI004", "the pattern `[A-Z]+`")),
]


@pytest.mark.parametrize(("fields", "field", "said"), ROWS)
def test_texts(fields: str, field: str, said: tuple[str, str] | None, found: Found) -> None:
    problems = found(f"{{fields: {fields}}}", f"@misc{{a,\n  {field}\n}}\n@set{{b, entryset = {{a}}}}\n")
    assert [code for code, _ in problems] == ([said[0]] if said else [])
    if said:
        assert said[1] in problems[0][1]


def test_nothing_is_required_by_default(found: Found) -> None:
    assert found("{}", "@misc{a}") == []
