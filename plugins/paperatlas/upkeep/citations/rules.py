"""What `paperatlas citations` can find wrong with the answer of a service."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

OTHER_WORKS_REFERENCES = Rule(
    code="CBP012",
    name="references-of-another-work",
    severity="warning",
    summary="A service answered with the references of another work.",
    explanation="Either the identifier of the entry is that of another work, or the service mixed up two works. Its "
    "references are not used. Differences in case, punctuation, accents, formulas and subtitles are ignored.",
    message="{service} has {identifier} as “{title}”, but the entry '{key}' is “{own}”.",
    hint="If the identifier is right, correct the title; else correct the identifier.",
    variants={
        "identifier": Wording(
            "Asked for {identifier} of the entry '{key}', {service} answered with {other}.",
            "If the identifier is right, there is nothing to do: the service has mixed up two works.",
        ),
    },
)

RULES = rules_in(globals())
