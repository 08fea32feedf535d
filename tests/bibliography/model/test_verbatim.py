"""Addresses, identifiers and file names, without what LaTeX would want around the signs in them.

The forms are those of Mendeley (`{\\_}`), Crossref's and doi.org's BibTeX (`{\\&}amp$\\mathsemicolon$`,
`{\\textless}`), the url package, and TeX FAQ "Typesetting URLs" with its answers for a tilde.
"""

from __future__ import annotations

import pytest

from paperatlas.bibliography.model.verbatim import unescape


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", ""),
        ("https://example.org/~me/a_b?c=%20&d#e", "https://example.org/~me/a_b?c=%20&d#e"),
        (r"a\_b\%\&\#\~\{\}\$", "a_b%&#~{}$"),
        (r"/\textasciitilde{}me", "/~me"),
        (r"/\textasciitilde me", "/~me"),
        (r"/\textasciitilde/me", "/~/me"),
        (r"/{\textasciitilde}me", "/~me"),
        (r"/{\textasciitilde{}}me", "/~me"),
        (r"/\textasciitildes", r"/\textasciitildes"),
        (r"/\~{}me", "/~me"),
        (r"/{\~{}}me", "/~me"),
        (r"/{\~}me", "/~me"),
        (r"/\~/me", "/~/me"),
        (r"/{~}me", "/~me"),
        (r"/$\sim$me", "/~me"),
        (r"/{$\sim$}me", "/~me"),
        (r"/$\mathtt{\sim}$me", "/~me"),
        (r"/$\tilde{}$me", "/~me"),
        (r"/$\tilde{\;}$me", "/~me"),
        (r"/\string~me", "/~me"),
        (r"/{\string~}me", "/~me"),
        (r"a{\_}b{\&}c{\%}20{\#}d{\$}", "a_b&c%20#d$"),
        (r"a{_}b{&}c{%}20{#}d", "a_b&c%20#d"),
        (r"a$\_$b$_$c", "a_b_c"),
        (r"a\textunderscore{}b\textunderscore c", "a_b_c"),
        (r"a{\textbackslash}_b{\textbackslash}{\&}c", "a_b&c"),
        (r"?a=1\&amp;b=2&amp;c=3{\&}amp;d=4&amp;amp;e", "?a=1&b=2&c=3&d=4&e"),
        (r"?a=1{\&}amp$\mathsemicolon$b=2", "?a=1&b=2"),
        ("?amp=1&b;c", "?amp=1&b;c"),
        (r"10.1002/1{\textless}2::aid{\textgreater}3.0.co{\;}2-u", r"10.1002/1<2::aid>3.0.co{\;}2-u"),
        (r"10.1002/1$\less$2::aid$\greater$3.0.co$\mathsemicolon$2-u", "10.1002/1<2::aid>3.0.co;2-u"),
        ("10.1002/1&lt;2::aid&gt;3.0.co;2-u", "10.1002/1<2::aid>3.0.co;2-u"),
        (r"\url{https://example.org/~a_b}", "https://example.org/~a_b"),
        (r"{\url{https://example.org/a{\_}b}}", "https://example.org/a_b"),
        (r"\href{https://example.org/x}{the page}", "https://example.org/x"),
        (r"\texttt{https://example.org/x}", "https://example.org/x"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("<URL:https://example.org/x>", "https://example.org/x"),
        ('<a href="https://example.org/x?a=1&amp;b=2">the page</a>', "https://example.org/x?a=1&b=2"),
        ("doi:<a href='https://doi.org/10.1000/a' target='_blank'>10.1000/a</a>", "https://doi.org/10.1000/a"),
        ('{<A HREF="https://example.org/x">x</A>.}', "https://example.org/x"),
        ('see <a href="https://example.org/x">x</a>', 'see <a href="https://example.org/x">x</a>'),
        ("<a name='x'>x</a>", "<a name='x'>x</a>"),
        ("[https://example.org/x](https://example.org/x)", "https://example.org/x"),
        ("[the page](https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("{https://example.org/x}", "https://example.org/x"),
        ("{{https://example.org/x}}", "https://example.org/x"),
        (r"{https://example.org/a{\_}b}", "https://example.org/a_b"),
        (r"\url{a} and \url{b}", r"\url{a} and \url{b}"),
        ("{a}/{b}", "{a}/{b}"),
        (r"C:\Papers\深度.pdf", r"C:\Papers\深度.pdf"),
        ("a\\", "a\\"),
        (r"\\_", r"\_"),
        ("https://example.org/{id}", "https://example.org/{id}"),
    ],
)
def test_what_latex_wants_for_a_sign_is_undone(written: str, value: str) -> None:
    assert unescape(written) == value
