"""The text of a pull request that adds a paper, in Markdown, where nothing that strangers wrote is more than text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paperatlas.changes.markdown import code, inline
from paperatlas.cli.propose.form import PaperForm
from paperatlas.cli.propose.similar import Places, Similar
from paperatlas.texts.commands import propose as texts

_LONGEST_SAID = 2000
"""How many characters are shown of what somebody says of a paper."""


def proposal_summary(
    form: PaperForm, place: str, places: Places, remarks: Iterable[str], added: str, further: Iterable[str]
) -> str:
    """Return the body of the pull request that answers a form.

    `place` is where the entry stands, `added` says in which file, `remarks` are what is still missing, and `further`
    what of the form was not taken.
    """
    parts = [added, *further, f"{texts.PLACE_OF}: {code(place)}"]
    others = [each for each in places.groups if each != place]
    parts += [f"{texts.OTHER_PLACES}: {', '.join(map(code, others))}"] if others else []
    if places.similar:
        parts += [f"**{texts.PROPOSALS}**", f"{texts.RELATED}:", "\n".join(map(_similar, places.similar))]
        example = "\n".join(texts.relation_lines(places.similar[0].key))
        parts += [f"{texts.STATE_RELATIONS}:", f"```bibtex\n{example}\n```"]
    missing = "\n".join(f"- [ ] {inline(remark)}" for remark in remarks)
    parts += [f"**{texts.MISSING}**", missing, texts.NEXT] if missing else []
    if form.why:
        parts += [f"**{texts.SAID}**", f"> {inline(form.why, _LONGEST_SAID)}"]
    return "\n\n".join([*filter(None, parts), texts.closes(form.number)]) + "\n"


def refusal_summary(reason: str) -> str:
    """Return the comment for a form that gives no pull request."""
    return texts.refused(f"> {inline(reason, _LONGEST_SAID)}") + "\n"


def _similar(similar: Similar) -> str:
    return f"- {code(similar.key)} {inline(similar.title)}{''.join(_reasons(similar))}"


def _reasons(similar: Similar) -> Iterator[str]:
    if similar.reasons.names_it:
        yield f" - {texts.NAMED}"
    if similar.reasons.terms:
        yield f" - {inline(', '.join(similar.reasons.terms))}"
