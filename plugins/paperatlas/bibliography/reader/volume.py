"""The `volume` and `number` of an article where one of them says more than itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperatlas.bibliography import rules
from paperatlas.bibliography.latex.spacing import collapse
from paperatlas.bibliography.model.volumes import volume_and_number, without_label
from paperatlas.diagnostics.problem import Edit, Problem, Span

if TYPE_CHECKING:
    from paperatlas.bibliography.model.complaints import SourceBlock
    from paperatlas.bibliography.model.stored import StoredField


def separate_volume(fields: dict[str, StoredField], block: SourceBlock) -> list[Problem]:
    """Separate the volume of a journal from its number, and both from their labels; return what was wrong."""
    problems = []
    volume = fields.get("volume")
    if volume is not None and not volume.raw.isdecimal():
        both = volume_and_number(_bare(volume))
        if both is not None:
            problems.append(_separated(volume, both.volume, both.number, fields, block))
    for name in ("volume", "number"):
        field = fields.get(name)
        if field is not None and not field.raw.isdecimal():
            text = _bare(field)
            value = without_label(name, text)
            if value != text:
                fields[name] = field._replace(raw=value, value=None)
                span = _span(field, block)
                edit = Edit(span.covering(field.raw), value, field.raw)
                problem = rules.NUMBER_IN_VOLUME.at(span, "label", text=text, field=field.written_name, value=value)
                problems.append(problem.mended_by(edit))
    return problems


def _separated(
    field: StoredField, volume: str, number: str, fields: dict[str, StoredField], block: SourceBlock
) -> Problem:
    """Put both into their fields if no other number is given; return the problem."""
    span = _span(field, block)
    arguments = {"text": collapse(field.raw), "volume": volume, "number": number}
    other = fields.get("number") or fields.get("issue")
    if other is not None and without_label("number", _bare(other)) != number:
        return rules.NUMBER_IN_VOLUME.at(span, "conflict", **arguments, other=collapse(other.raw))
    fields["volume"] = field._replace(raw=volume, value=None)
    problem = rules.NUMBER_IN_VOLUME.at(span, **arguments)
    if other is not None:
        return problem.mended_by(Edit(span.covering(field.raw), volume, field.raw))
    fields["number"] = field._replace(name="number", raw=number, value=None)
    return problem.mended_by(_edit(field, volume, number, block))


def _edit(field: StoredField, volume: str, number: str, block: SourceBlock) -> Edit | None:
    """Return the edit that writes a second field before a field of one line."""
    line = block.text.split("\n")[field.line]
    shift = 0 if field.line else block.column - 1
    start, value = field.column - 1 - shift, field.value_column - 1 - shift
    head = line[start:value]
    if field.line != field.value_line or not line.startswith(field.raw, value) or head[-1:] not in ("{", '"'):
        return None
    after = f"\n{line[:start]}" if not line[:start].strip() else " "
    closing = "}" if head.endswith("{") else '"'
    second = f"number{head[len('number') :]}{number}{closing},{after}"
    place = Span(block.file, block.line + field.line, field.column).covering(head + field.raw)
    return Edit(place, f"{second}{head}{volume}", head + field.raw)


def _bare(field: StoredField) -> str:
    """Return a value without ties and line breaks."""
    return collapse(field.raw).replace("~", " ")


def _span(field: StoredField, block: SourceBlock) -> Span:
    """Return where a field's value begins."""
    return Span(block.file, block.line + field.value_line, field.value_column)
