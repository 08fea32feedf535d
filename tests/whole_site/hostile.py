"""What strangers may write into a library and its notes, and a small site with it in every place."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from paperatlas.results import RESULT_COLUMNS
from tests.conftest import write_files

MARKUP = (
    "\"><xss-a onxss=1 style=xss:1>'><xss-b onxss='1'><script>xss()</script><img src=x onerror=xss()></script></style>"
    "</title></textarea></svg></math>--><!-- <!--><svg onload=xss()>]]><![CDATA[{{7*7}}xss {% xss %} ${{7*7}}xss "
    "{# xss #} &lt;xss-c&gt; &#60;xss-d&#62; <?php xss ?>"
)
CONTROLS = "a\x01\x07\x1b[31m\x7f\x85\x9b\u2028\u2029\u202e\u2066\ufeff\x08\x0c"
COMMANDS = "::error::xss%0A::set-output name=xss::1 ##[error]xss"
TEXT = MARKUP + CONTROLS + COMMANDS
URLS = (
    "javascript:xss()",
    "JaVaScRiPt:xss()",
    "java\tscript:xss()",
    "\x01java\x01script:xss()",
    "&#106;avascript:xss()",
    "javascript&colon;xss()",
    "javascript://x.org/%0axss()",
    "data:text/html,<script>xss()</script>",
    "vbscript:xss()",
    "blob:https://x.org/xss",
    'https://x.org/"onxss=1',
    "https://x.org/'><xss-e>",
)
ACT = "<xss-z onxss=1>\"'`{{7*7}}xss"
"""What acts in little room, where the whole of `TEXT` would be refused."""
FORMULAS = (
    r"$\href{javascript:xss()}{x}$ $\unicode{<xss-m>}$ $\class{xss}{x}$ $\style{color:xss}{x}$ $\text{<xss-m onxss=1>}$"
    r" $\html{<xss-m>}$ $\mathrm{\lt xss-m>}$ $<xss-m>$ $\operatorname{</script><xss-m>}$ \(\url{javascript:xss()}\)"
    r" \url{javascript:xss()} \href{javascript:xss()}{x} \href{data:text/html,xss}{y}"
)
KEYS = (
    "<xss-k>",
    "'\"><xss-l",
    "javascript:xss()",
    "::error::xss",
    "../../xss",
    "=cmd|xss",
    "a\x1b[31mxss",
    "a\u202exss",
)
_TEXTS = [
    "title",
    "subtitle",
    "titleaddon",
    "shorttitle",
    "journal",
    "booktitle",
    "eventtitle",
    "series",
    "publisher",
    "address",
    "institution",
    "venue",
    "type",
    "note",
    "addendum",
    "howpublished",
    "annotation",
    "abstract",
    "abstract_zh",
    "langid",
    "pages",
    "volume",
    "number",
    "edition",
    "eid",
    "version",
    "origdate",
    "pubstate",
    "isbn",
    "doi",
    "eprint",
    "eprinttype",
    "eprintclass",
    "change",
    "change_zh",
    "results",
    "codelicense",
    "pmid",
    "entrysubtype",
    "related",
    "relatedstring",
    "options",
    "shorthand",
    "extends",
    "uses",
    "abstractorigin",
]
_NAMES = ("author", "editor", "translator", "organization")
_ADDRESSES = ("url", "code", "website", "video", "slides", "blog", "pdf", "file", "doi")
_NOTE = (
    "title",
    "status",
    "aliases",
    "summary",
    "description",
    "questions",
    "columns",
    "groups",
    "related",
    "order",
    "author",
)


_FIELDS = ("title", "subtitle", "author", "description", "status", "robots", "canonical", "search", "hide", "image")


def _results() -> Iterator[tuple[str, ...]]:
    """Yield rows of results with everything in every cell."""
    for sign in ("=", "+", "-", "@", "\t=", "＝", ""):
        text = f"{sign}cmd|xss;{sign}xss{TEXT}"
        for key in ("textarticle", "plain"):
            yield (
                key,
                text,
                text,
                text,
                "-1.5",
                f"{sign}a={text.replace(';', ',')}",
                "paper",
                "https://x.org/?a=xss",
                text,
            )
    for url in URLS:
        yield "textmisc", "task", "data", "metric", "1", "", "paper", url, "place"
    yield TEXT, "task", "data", "metric", TEXT, TEXT, TEXT, TEXT, TEXT


def hostile_files() -> dict[str, str]:
    """Return the files of the site."""
    entries = [
        f"@{kind}{{text{kind},\n"
        + "".join(f"  {name} = {{{TEXT}}},\n" for name in _TEXTS)
        + "".join(f"  {name} = {{{TEXT} and B, {TEXT} and {{{TEXT}}}}},\n" for name in _NAMES)
        + f"  keywords = {{hostile/{TEXT.replace(',', ' ')}, {TEXT}}}, year = {{2024}}, uses = {{url0}}}}\n"
        for kind in ("article", "inproceedings", "misc")
    ]
    entries += [
        f"@misc{{url{number}, title = {{U}}, author = {{A B}}, year = {{2020}}, keywords = {{hostile}},\n"
        + "".join(f"  {name} = {{{url}}},\n" for name in _ADDRESSES)
        + f"  howpublished = {{\\url{{{url}}}}}}}\n"
        for number, url in enumerate(URLS)
    ]
    entries += [
        f"@misc{{{key},\n  title = {{K}}, author = {{K K}}, year = 2019, keywords = {{hostile}}}}\n" for key in KEYS
    ]
    entries.append(
        f"@misc{{formulas, title = {{M {FORMULAS}}}, shorttitle = {{Q {FORMULAS}}}, abstract = {{{FORMULAS}}},\n"
        "  author = {A B}, year = 2020, keywords = {hostile, named}, ids = {old-<xss-i>, ../../xss, CON, a/../../../xss}}\n"
    )
    fields = ("change", "change_zh", "results", "note", "note_zh", "annotation", "annotation_zh", "secret", "pubstate")
    entries.append(
        f"@misc{{reasons, title = {{E}}, author = {{A {ACT}}}, year = 2021, keywords = {{hostile, {ACT}}}, month = {{{ACT}}},\n"
        f"  extends = {{formulas}}, uses = {{plain}}, evidence = {{[formulas] {ACT}\n[plain] [x](javascript:xss()) <xss-q>}},\n"
        f"  evidence_zh = {{[formulas] {ACT}}}, langid = {{{ACT}}}, url = {{https://x.org/?a={ACT}}},\n"
        + "".join(f"  {name} = {{{ACT}}},\n" for name in fields)
        + "}\n"
    )
    # Without a relation there is no map.
    entries.append("@misc{plain, title = {P}, author = {P P}, year = 2018, keywords = {hostile}, uses = {file}}\n")
    table = StringIO()
    csv.writer(table).writerows([RESULT_COLUMNS, *_results()])
    title = json.dumps(TEXT)
    citations = [f"plain\turl{number}\t{url}" for number, url in enumerate(URLS)]
    citations += [f"url1\turl{number}\t{text}" for number, text in enumerate((MARKUP, COMMANDS, TEXT), 2)]
    citations += [f"{key}\tplain\tOpenAlex" for key in KEYS]
    looked_up = [
        f"url{number}\tcode: language={text}\t2026-11-01\t{text}"
        for number, text in enumerate((MARKUP, COMMANDS, TEXT))
    ]
    looked_up += [f"{key}\tpublication: state=retracted\t2026-11-01\tCrossref" for key in KEYS]
    return {
        "bib/verified.tsv": "key\twhat\twhen\tsource\n" + "".join(f"{row}\n" for row in sorted(looked_up)),
        "bib/citations.tsv": "citing\tcited\tsource\n" + "".join(f"{row}\n" for row in sorted(citations)),
        "bib/hostile.bib": "".join(entries),
        "bib/<xss-f onxss=1>.bib": "@misc{file, title={F}, author={F F}, year=2020, keywords={hostile}, url={x y}}\n",
        'bib/s"><xss-f onxss=1>,::error::xss%0A/x.bib': "@misc{sub, title = {S}, author = {S}, keywords = {hostile}\n",
        "bib/results/'><xss-f onxss=1>::error::.csv": table.getvalue(),
        "docs/index.md": "# Home\n\n<!-- paperatlas: directions -->\n\n<!-- paperatlas: library -->\n",
        "docs/directions/hostile.md": "---\n"
        + "".join(f"{name}: {title}\n" for name in _NOTE)
        + "---\n# Note\n\nText [@textarticle, p. 3; @textmisc]; [@missing'quoted].\n",
        "docs/directions/<xss-g onxss=1>.md": "# Plain\n\n[@textarticle]\n",
        "docs/directions/early.md": "---\nstatus: rising\n"
        + "".join(f"{name}: {json.dumps(ACT)}\n" for name in ("title", "now", "then", "summary"))
        + f"groups:\n- {{slug: {json.dumps(ACT)}, title: {json.dumps(ACT)}, summary: {json.dumps(ACT)}}}\n---\n# Early\n",
        "docs/a'b\"><xss-g onxss=1>&.md": "# Named\n\n[@formulas]\n",
        # Without a heading a page is called as its file is, and what stands around it as its folder.
        "docs/<xss-n onxss=1>&\"'/<xss-n onxss=1>.md": "No heading.\n",
        "docs/<xss-n onxss=1>&\"'/&lt;xss-o onxss=1&gt;.md": "None.\n",
        "docs/a\u202exss\x1b[31m/\u2066xss.md": "# Left out\n",
        "docs/fields.md": "---\n" + "".join(f"{name}: {json.dumps(ACT)}\n" for name in _FIELDS) + "---\nNone.\n",
    }


def write_hostile_site(root: Path) -> None:
    """Write the site, whose owner names a relation, and describes it, as strangers would."""
    relation = {"uses": {"label": TEXT, "inverse": TEXT}}
    options = {"marks": {ACT.replace(",", ""): ACT, "named": {"en": ACT}}, "publish_fields": ["annotation", "secret"]}
    configuration = {
        "site_name": "Hostile",
        "site_description": ACT,
        "site_author": ACT,
        "site_url": "https://hostile.example/",
        "theme": {"name": "material", "font": False, "features": ["content.action.edit", "navigation.path"]},
        "repo_url": "https://github.com/a/b",
        "edit_uri": "edit/main/docs/",
        "plugins": ["search", {"paperatlas": {"relation_types": relation, **options}}],
    }
    write_files(root, {"mkdocs.yml": json.dumps(configuration), **hostile_files()})
