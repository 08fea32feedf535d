"""Problems as commands of a GitHub workflow."""

from __future__ import annotations

from paperatlas.build.catalogue import ALL_RULES
from paperatlas.diagnostics.problem import Rule, Span
from paperatlas.diagnostics.report_github import github_report
from tests.diagnostics.examples import ALL, ERROR, INFO, TWICE, WARNING


def test_github() -> None:
    assert "".join(github_report(ALL, ALL_RULES)) == (
        "::error file=bib/流.bib,line=3,endLine=3,col=10,endColumn=14,title=REL001 unknown-target::"
        f"No entry has the key 'dppm'.%0A{ERROR.hint}\n"
        "::warning file=bib/a b%2Cc%3Ad%25.bib,line=1,col=1,title=FLD001 mistyped-field::"
        f"'100%25%0A' seems to be a mistyped 'a: b,c'.%0A{WARNING.hint}\n"
        f"::notice file=bib,title=DIR004 no-direction::'glow' is in no direction.%0A{INFO.hint}\n"
        "::warning file=bib/流.bib,line=3,endLine=4,title=SYN010 duplicate-field::"
        f"The entry has the field 'title' twice; the first one is used.%0A{TWICE.hint}\n"
    )


def test_a_message_holds_no_sign_of_control() -> None:
    rule = Rule("TST001", "test", "error", "", "", message="'{text}' is wrong.", hint="")
    (line,) = github_report([rule.at(Span("a\x1b[31m.bib", 1), text="b\x1b]0;c\x07\u202e::error::d")], [rule])
    assert line.startswith("::error file=a")
    assert line.endswith("d' is wrong.\n")
    assert line[:-1].isprintable()
