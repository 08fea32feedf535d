"""Groups, abbreviated names, labels and ordinals of citeproc-py as CSL 1.0.2 has them."""

from __future__ import annotations

from typing import Any

_FORMS: dict[str, tuple[str | None, ...]] = {
    "verb-short": ("verb-short", "verb", None),
    "verb": ("verb", None),
    "symbol": ("symbol", "short", None),
    "short": ("short", None),
}
"""A form of a term, and what stands for it."""


class _Variables:
    """How many variables of a work a style has asked for so far, and how many of these were there."""

    called = 0
    rendered = 0


def mend_groups(model: Any) -> None:  # noqa: ANN401 - a module without types
    """Leave out a group only if variables were asked for and none was there (CSL 1.0.2, "Group").

    citeproc-py looks at all that the group might ask for, also in branches that are not taken.
    """
    for element in (model.Text, model.Number, model.Date, model.Names):
        element.process = _counted(element.process)

    def process(self: Any, item: Any, context: Any = None, **more: Any) -> Any:  # noqa: ANN401
        called, rendered = _Variables.called, _Variables.rendered
        parts = []
        for child in self.iterchildren():
            inherited = {"delimiter": self.get("delimiter", "")} if isinstance(child, model.Choose) else {}
            try:
                parts.append(child.render(item, context=context, **inherited, **more))
            except model.VariableError:
                continue
        asked_in_vain = _Variables.called > called and _Variables.rendered == rendered
        if asked_in_vain or not any(parts):
            raise model.VariableError
        _Variables.rendered += 1  # to the group around it, one that shows something is a variable that was there
        return self.join(part for part in parts if part is not None)

    model.Group.process = process


def _counted(process: Any) -> Any:  # noqa: ANN401
    """Return a function that renders an element, and counts it if the element shows a variable."""

    def counted(self: Any, item: Any, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        if self.get("term") == "no date":
            _Variables.rendered += 1  # it stands for a date (the official tests)
        # The letters of years are made up, not asked of a work.
        if self.get("variable", "year-suffix") == "year-suffix":
            return process(self, item, *values, **more)
        _Variables.called += 1
        result = process(self, item, *values, **more)
        text = result[0] if isinstance(result, tuple) else result
        _Variables.rendered += bool(text)
        return result

    return counted


def mend_others(model: Any) -> None:  # noqa: ANN401
    """Write the style's "et al." for those who are not named, whatever number of names it abbreviates from on.

    In CSL-JSON they are a last name `others`, as Pandoc writes it and reads it.
    """
    write = model.Name.process

    def process(self: Any, item: Any, variable: str, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        names = item.reference.get(variable, [])
        if len(names) < 2 or [str(part) for part in names[-1].parts() if part] != ["others"]:
            return write(self, item, variable, *values, **more)
        asked = self.get_option

        def option(name: str, *values: Any) -> Any:  # noqa: ANN401
            if name == "et-al-min":
                return len(names)
            if name == "et-al-use-last":
                return False
            if name == "et-al-use-first":
                least, named = asked("et-al-min", *values), len(names) - 1
                return min(asked(name, *values), named) if least and named >= least else named
            return asked(name, *values)

        self.get_option = option
        try:
            return write(self, item, variable, *values, **more)
        finally:
            del self.get_option

    model.Name.process = process


def mend_terms(model: Any) -> None:  # noqa: ANN401
    """Use another form of a term where a locale lacks the one that is asked for (CSL 1.0.2, "Terms")."""
    find = model.CitationStylesElement.get_term

    def term(self: Any, name: str, form: str | None = None, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        forms = _FORMS.get(form or "", (form,))
        found = (find(self, name, each, *values, **more) for each in forms)
        return next((each for each in found if each is not None), None)

    model.CitationStylesElement.get_term = term


def mend_labels(model: Any) -> None:  # noqa: ANN401
    """Use title case in labels, and the ordinals of the style's language."""
    to_ordinal, case = model.to_ordinal, model.TextCased.case

    def label_case(self: Any, text: Any, language: str | None = None) -> Any:  # noqa: ANN401
        return case(self, text, language or self.get_root().get("default-locale", "en")[:2])

    def ordinal(number: int, context: Any) -> str:  # noqa: ANN401
        term = context.get_term("ordinal")
        # A language that has the term and leaves it empty, such as Chinese, has no ordinals.
        return str(number) if term is not None and not term.text else str(to_ordinal(number, context))

    model.Label.case = label_case
    model.to_ordinal = ordinal
