"""Dates of citeproc-py as CSL 1.0.2 has them: their delimiters, and ranges in the order of the language."""

from __future__ import annotations

from typing import Any

_PARTS = ("year", "month", "day")


def mend_dates(model: Any) -> None:  # noqa: ANN401 - a module without types
    """Use the delimiters of a locale's date, and let what a style asks of one date not change the next."""
    model.Date.render_single_date = _single_date
    model.Date.render_date_range = _date_range
    render = model.Date_Part.render

    def rendered(self: Any, date: Any, context: Any = None) -> Any:  # noqa: ANN401
        # What a style asks of the locale's part is written into it.
        own = dict(self.attrib)
        try:
            season = _season_in_words(date)
            return self.markup(season) if season and self.get("name") == "month" else render(self, date, context)
        finally:
            self.attrib.clear()
            self.attrib.update(own)

    model.Date_Part.render = rendered


def _single_date(self: Any, date: Any, show_parts: Any = None, context: Any = None) -> Any:  # noqa: ANN401
    """Return one date."""
    parts = self.parts(date, show_parts, context if context != self else None)
    return _joining(self, context).join(parts) if parts else None


def _date_range(self: Any, date_range: Any, show_parts: Any = None, context: Any = None) -> Any:  # noqa: ANN401
    """Return a range: the parts that differ stand on both sides of the delimiter, the others once where they belong."""
    begin, end = date_range.begin, date_range.end
    shown = [part for part in self.iterchildren() if part.get("name") in (show_parts or _PARTS)]
    if end.is_nil():
        differing = set(_PARTS)
    else:
        names = [name for name in _PARTS if any(part.get("name") == name for part in shown)]
        first = next((place for place, name in enumerate(names) if _part_of(begin, name) != _part_of(end, name)), None)
        if first is None:
            return _single_date(self, begin, show_parts, context)
        differing = set(names[first:]) - ({"month", "day"} if _season_in_words(begin) else set())
    before, both, behind = _around(shown, differing)
    begun = _texts(both, begin, context)
    if not begun:
        return None
    last = both[-1]
    begun[-1] = _without_suffix(begun[-1], last, context)
    delimiter = _delimiter(both, differing, context)
    joining = _joining(self, context)
    ended = "" if end.is_nil() else joining.join(_texts(both, end, context))
    middle = joining.join(begun) + delimiter + ended
    return joining.join([*_texts(before, begin, context), middle, *_texts(behind, end, context)])


def _around(shown: list[Any], differing: set[str]) -> tuple[list[Any], list[Any], list[Any]]:
    """Return the parts of a date before, from the first to the last of, and behind those that differ."""
    places = [place for place, part in enumerate(shown) if part.get("name") in differing]
    first, last = places[0], places[-1] + 1
    return shown[:first], shown[first:last], shown[last:]


def _texts(parts: list[Any], date: Any, context: Any) -> list[Any]:  # noqa: ANN401
    from citeproc.source import VariableError  # noqa: PLC0415

    texts = []
    for part in parts:
        try:
            text = part.render(date, context)
        except VariableError:
            continue
        if text is not None:
            texts.append(text)
    return texts


def _part_of(date: Any, name: str) -> Any:  # noqa: ANN401
    """Return a part of a date; a season stands for a month."""
    return date.get(name, date.get("season") if name == "month" else None)


def _season_in_words(date: Any) -> str:  # noqa: ANN401
    """Return the seasons of a date that has several, or one that CSL has no number for; they are those of both ends."""
    season = date.get("season")
    return season if isinstance(season, str) and "month" not in date else ""


def _styled(part: Any, context: Any, attribute: str) -> str:  # noqa: ANN401
    """Return an attribute of a part of a date, which the style may set for the locale's part."""
    asked = context.xpath_search(f"./cs:date-part[@name='{part.get('name')}']") if context is not None else []
    return str((asked[0].get(attribute) if asked else None) or part.get(attribute) or "")


def _without_suffix(text: Any, part: Any, context: Any) -> Any:  # noqa: ANN401
    """Return the last part of a range's begin without what would stand behind it alone."""
    return str(text).removesuffix(_styled(part, context, "suffix")).rstrip()


def _delimiter(parts: list[Any], differing: set[str], context: Any) -> str:  # noqa: ANN401
    """Return the delimiter of the largest part that differs; an en dash if it has none."""
    largest = next(name for name in _PARTS if name in differing)
    part = next((part for part in parts if part.get("name") == largest), parts[0])
    return _styled(part, context, "range-delimiter") or "–"


def _joining(date: Any, context: Any) -> Any:  # noqa: ANN401
    """Return the element whose delimiter parts a date: the style's, unless the locale's date has its own."""
    return context if date.is_locale_date() and "delimiter" not in date.attrib else date
