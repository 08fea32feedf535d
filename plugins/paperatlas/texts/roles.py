"""The words for those who made a work: its editors, translators, and what BibLaTeX's `editortype` names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words for one role.

    `marks` stand behind one person and behind several whom a work is cited by; `contributed` says who did that for the
    work of others; `labels` are what one and several are called in a list of details.
    """

    marks: tuple[str, str]
    contributed: str
    labels: tuple[str, str]


@dataclass(frozen=True, slots=True)
class RoleTexts:
    """The words for every role in a language."""

    words: Mapping[str, RoleWords]

    def mark(self, role: str, number: int) -> str:
        """Return what stands behind those whom a work is cited by: `(Eds.)`; nothing behind authors."""
        return self.words[role].marks[number > 1]

    def contributed(self, role: str, names: str) -> str:
        """Return who had a part in the work of others: `Edited by D. W. Lucas`."""
        return self.words[role].contributed.format(names)

    def label(self, role: str, number: int) -> str:
        """Return what they are called in a list of details."""
        return self.words[role].labels[number > 1]


def _english(short: str, did: str, person: str) -> RoleWords:
    """Return the words for a role whose abbreviation has an `s` for several."""
    return RoleWords((f"({short}.)", f"({short}s.)"), f"{did} {{}}", (person, f"{person}s"))


def _chinese(did: str, person: str) -> RoleWords:
    return RoleWords((f"（{did}）",) * 2, f"{{}}{did}", (person,) * 2)


ENGLISH_ROLES = RoleTexts({
    "author": RoleWords(("", ""), "By {}", ("Author", "Authors")),
    "editor": _english("Ed", "Edited by", "Editor"),
    "translator": RoleWords(("(Trans.)",) * 2, "Translated by {}", ("Translator", "Translators")),
    "collaborator": _english("Collab", "In collaboration with", "Collaborator"),
    "compiler": _english("Comp", "Compiled by", "Compiler"),
    "continuator": RoleWords(("(Cont.)",) * 2, "Continued by {}", ("Continuator", "Continuators")),
    "director": _english("Dir", "Directed by", "Director"),
    "founder": RoleWords(("(Found.)",) * 2, "Founded by {}", ("Founder", "Founders")),
    "organizer": _english("Org", "Organized by", "Organizer"),
    "redactor": _english("Red", "Redacted by", "Redactor"),
    "reviser": _english("Rev", "Revised by", "Reviser"),
})  # fmt: skip
"""As the APA's style (7th edition) abbreviates them, and BibLaTeX (english.lbx) the others."""

CHINESE_ROLES = RoleTexts({
    "author": RoleWords(("", ""), "{}著", ("作者", "作者")),
    "editor": _chinese("编", "编者"),
    "translator": _chinese("译", "译者"),
    "collaborator": _chinese("协作", "协作者"),
    "compiler": _chinese("汇编", "汇编者"),
    "continuator": _chinese("续编", "续编者"),
    "director": _chinese("导演", "导演"),
    "founder": _chinese("创办", "创办者"),
    "organizer": _chinese("组织", "组织者"),
    "redactor": _chinese("编订", "编订者"),
    "reviser": _chinese("修订", "修订者"),
})  # fmt: skip
