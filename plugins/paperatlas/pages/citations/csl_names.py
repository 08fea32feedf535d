"""Names of citeproc-py as CSL 1.0.2 has them: all its name variables, substitution, and what is shown once."""

from __future__ import annotations

from typing import Any

_NAMES = (
    "chair", "compiler", "contributor", "curator", "director", "editor_translator", "executive_producer", "guest",
    "host", "narrator", "organizer", "performer", "producer", "reviewed_author", "script_writer", "series_creator",
)  # fmt: skip
"""The name variables that citeproc-py takes for texts (CSL 1.0.2, appendix IV)."""


class _Shown:
    """The variables that were shown within each `cs:substitute` that is being carried out, the innermost last."""

    in_substitutes: list[set[str]] = []  # noqa: RUF012 - pages are written one after the other


def mend_names(model: Any) -> None:  # noqa: ANN401 - a module without types
    """Read all name variables as names, also those with a hyphen, and have `cs:substitute` do what CSL says."""
    import citeproc  # noqa: PLC0415

    known: list[str] = citeproc.NAMES
    known.extend(name for name in _NAMES if name not in known)
    model.Names.process = _process_names
    model.Substitute.render = _substituted
    for element in (model.Text, model.Number, model.Date):
        element.process = _shown_once(element.process)
    model.Name.process = _with_delimiters(model.Name.process)


def _process_names(self: Any, item: Any, names_context: Any = None, context: Any = None, **more: Any) -> Any:  # noqa: ANN401
    """Return the names of the variables, each with its label, or what stands for them."""
    context = self if context is None else context
    described_by = names_context if names_context is not None else _described_by(self)
    suppressed = _suppressed(context)
    roles = [role for role in self.get("variable").split() if role not in suppressed and _names_of(item, role)]
    if {"editor", "translator"} <= set(roles) and _names_of(item, "editor") == _names_of(item, "translator"):
        term = self.get_term("editortranslator")
        if term is not None and len(term):
            roles = ["editortranslator", *(role for role in roles if role not in ("editor", "translator"))]
    written = [_with_label(described_by, item, role, context, more) for role in roles]
    for shown in _Shown.in_substitutes:
        shown.update(roles)
    if not written:
        substitute = self.substitute()
        return substitute.render(item, context=context, **more) if substitute is not None else None
    if all(isinstance(each, int) for each in written):  # cs:name form="count"
        return str(sum(written)) if sum(written) else None
    return described_by.join([each for each in written if each], described_by.get_parent_delimiter(context))


def _with_label(names: Any, item: Any, role: str, context: Any, more: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return the names of one role, with the label where the style has it: before the names or behind them."""
    name, label = names.name, names.label
    if name is None:
        name = names.makeelement("{http://purl.org/net/xbiblio/csl}name")
        names.insert(0, name)
    key = "editor" if role == "editortranslator" else role
    key = key.replace("-", "_")
    text = name.render(item, key, context=context, **more)
    if label is None or isinstance(text, int) or not text:
        return text
    plural = len(item.reference[key]) > 1
    # citeproc-py would take the options of sorting for its own.
    shown = label.render(item, role, plural)
    if not shown:
        return text
    return shown + text if names.index(label) < names.index(name) else text + shown


def _with_delimiters(write: Any) -> Any:  # noqa: ANN401
    """Return a function that writes names, also with `after-inverted-name` (CSL 1.0.2, "Name")."""

    def process(self: Any, item: Any, variable: str, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        names = item.reference.get(variable, [])
        asked = self.get_option

        def option(name: str, *where: Any) -> Any:  # noqa: ANN401
            value = asked(name, *where)
            if value != "after-inverted-name":
                return value
            shown = len(names) - 1 if name == "delimiter-precedes-last" else int(asked("et-al-use-first", *where))
            order = asked("name-as-sort-order", *where)
            inverted = order == "all" or (order == "first" and shown == 1)
            return "always" if inverted and "given" in names[min(shown, len(names)) - 1] else "never"

        self.get_option = option
        try:
            return write(self, item, variable, *values, **more)
        finally:
            self.get_option = asked

    return process


def _described_by(names: Any) -> Any:  # noqa: ANN401
    """Return the `cs:names` whose attributes and children count: that around `cs:substitute` for one without any."""
    if len(names):
        return names
    around = names.xpath_search("./ancestor::cs:substitute[1]/parent::cs:names")
    return around[0] if around else names


def _names_of(item: Any, role: str) -> Any:  # noqa: ANN401
    return item.reference.get(role.replace("-", "_"))


def _substituted(self: Any, item: Any, context: Any = None, **more: Any) -> Any:  # noqa: ANN401
    """Return the first child that shows something; whatever it shows is not shown again."""
    for child in self.getchildren():
        shown: set[str] = set()
        _Shown.in_substitutes.append(shown)
        try:
            text = child.render(item, context=context, **more)
        except _variable_error():
            continue
        finally:
            _Shown.in_substitutes.pop()
        if text:
            _suppressed(context).update(shown)
            return text
    return None


def _shown_once(process: Any) -> Any:  # noqa: ANN401
    """Return a function that writes a variable, unless it has stood for names already."""

    def written(self: Any, item: Any, *values: Any, **more: Any) -> Any:  # noqa: ANN401
        variable = self.get("variable")
        context = more.get("context")
        if variable and variable in _suppressed(self if context is None else context):
            raise _variable_error()
        result = process(self, item, *values, **more)
        text = result[0] if isinstance(result, tuple) else result
        if variable and text:
            for shown in _Shown.in_substitutes:
                shown.add(variable)
        return result

    return written


def _suppressed(context: Any) -> set[str]:  # noqa: ANN401
    """Return the variables that are not shown again in the reference or citation that is being written."""
    layouts = context.xpath_search("./ancestor-or-self::cs:layout[1]")
    if not layouts or not hasattr(layouts[0], "repressed"):
        return set()
    variables: set[str] = layouts[0].repressed.setdefault("variables", set())
    return variables


def _variable_error() -> type[Exception]:
    from citeproc.source import VariableError  # noqa: PLC0415

    error: type[Exception] = VariableError
    return error
