"""Groups that are written like people: institutes, firms, committees, in English and other languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paperatlas.bibliography.model.name import Name

GROUP_WORDS = frozenset({
    "Collaboration", "Collaborations", "Consortium", "Team", "team", "Group", "Initiative", "Organization",
    "Organisation", "Association", "Institute", "Institutes", "Institution", "University", "Ministry", "Department",
    "Committee", "Commission", "Council", "Foundation", "Society", "Agency", "Academy", "Centre", "Center",
    "Corporation", "Laboratory", "Laboratories", "Federation", "Authority", "Administration", "Alliance", "Research",
    "Labs", "AI", "DeepMind", "Nations", "Union", "Contributors", "contributors", "Technologies", "Coalition",
    "Parliament", "Government", "Program", "Programme", "Network", "Services", "Secretariat",
    "Bundesamt", "Ministerium", "Universität", "Hochschule", "Institut", "Gesellschaft", "Akademie",
})  # fmt: skip
"""What nobody's family is called: `ATLAS Collaboration`, `Meta AI`, and `Team, Gemini` as Google Scholar has it."""
COMPANY_FORMS = frozenset({
    "Inc", "Inc.", "LLC", "L.L.C.", "Ltd", "Ltd.", "GmbH", "Corp", "Corp.", "Co.", "PLC", "plc",
})  # fmt: skip
"""What ends the name of a firm, also behind a comma: `Apple, Inc.`; not AG, which may be two initials."""
_OFFICES = GROUP_WORDS | {
    "Academies", "Bank", "Board", "Bureau", "Centers", "Centres", "College", "Division", "Faculty", "Fund", "Office",
    "School", "Bundesministerium", "Landesamt", "Fakultät",
    "Ministère", "Université", "Conseil", "Comité", "Agence", "Académie", "Bibliothèque",
    "Ministerio", "Universidad", "Instituto", "Centro", "Consejo", "Agencia", "Academia", "Secretaría",
    "Universidade", "Ministério", "Fundação", "Università", "Istituto", "Consiglio", "Ministero",
}  # fmt: skip
_OF_GROUPS = frozenset({"of", "for", "on", "at", "für", "der", "des", "de", "du", "d'", "del", "da", "do", "di"})
"""Words between an office and its subject, where a name has its particle: `Ministry of Health`."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+")
_MAY_BE_FAMILIES = frozenset(
    {"Center", "Centre", "Group", "Network", "Program", "Services", "Union", "Academy", "Labs"}
)
"""Of these words those that an author may be called who is given with initials: `Center, C. N.`."""
_OFFICE_OF = re.compile(rf"(?:{'|'.join(sorted(_OFFICES))}) (?:of|for|on) ")
_REST_OF_GROUP = re.compile(
    r"(?:\w+ ){0,2}(?:\w{3,}(?:tion|ment|logy|logies|ering|neers|tists|ities)|Medicine|Sciences?|Policy|Defen[cs]e"
    r"|Arts|Health|Energy|Trade|Industry|Culture|Commerce|Statistics|Research|Services|Security|Affairs|Studies"
    r"|Technology|Sports?|Labou?r|Justice|Mathematics|Physics|Infrastructure|Welfare|Forests|Fisheries|Surgeons)"
    r"(?: of [A-Z]\w+(?: \w+)*)?"
)
"""How the name of an office may go on behind an `and`: `Technology`, `Human Services`, `Science of Ukraine`."""
_BEGIN_OF_GROUP = frozenset({"Food", "Health", "Science", "Sciences", "Arts", "Education", "Energy", "Engineering"})
"""What may stand before an `and` within the name of a group: `Food and Agriculture Organization`."""


def is_group(name: Name) -> bool:
    """Return whether a name in parts is that of a group: `World Health Organization`, `Ministry of Health`."""
    if name.suffix:
        return False
    particle = name.prefix.partition(" ")[0]
    if particle in _OF_GROUPS and name.given:
        office = name.given.rpartition(" ")[2] if particle in ("of", "for", "on", "at") else name.given
        return office in _OFFICES
    if name.family in _MAY_BE_FAMILIES and _INITIALS.fullmatch(name.given):
        return False
    if not name.given and particle not in ("the", "The"):
        return False
    return name.family.rpartition(" ")[2] in GROUP_WORDS or name.family in COMPANY_FORMS or name.given in COMPANY_FORMS


def group_name(name: Name) -> str:
    """Return what a group whose name was read in parts is called: `Apple, Inc.`, else in the order of its words."""
    return f"{name.family}, {name.given}" if name.given in COMPANY_FORMS else name.display


def may_be_part_of_group(name: str) -> bool:
    """Return whether a glance does not tell that a name is no part of a group's: few names hold one of these words."""
    return " of " in name or " for " in name or " on " in name or name in _BEGIN_OF_GROUP


def joined_groups(parts: list[str]) -> list[tuple[str, bool]]:
    """Return the names of a list, and whether each was joined from several: an `and` may stand in a group's name.

    `National Institute of Standards and Technology` is one group, and so is `Food and Agriculture Organization`.
    """
    found: list[tuple[str, bool]] = []
    for part in parts:
        name = part.strip()
        before = found[-1][0] if found else ""
        begins_anew = name.partition(" ")[0] in _OFFICES
        goes_on = not begins_anew and _OFFICE_OF.search(before) and _REST_OF_GROUP.fullmatch(name)
        if goes_on or (before in _BEGIN_OF_GROUP and name.rpartition(" ")[2] in GROUP_WORDS):
            found[-1] = (f"{before} and {name}", True)
        else:
            found.append((name, False))
    return found
