"""What the services answer, in shape; titles, names and abstracts are made up."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from tests.services.local_server import Answer

ABSTRACT = "We made this abstract up, and it must never be found in a library."


def atom(
    identifier: str = "2103.14030v2",
    title: str = "Windowed Attention\n  Networks",
    authors: Sequence[str] = ("Ada Lovelace", "Laurens van der Maaten"),
    published: str = "2021-03-25T17:59:31Z",
    summary: str = ABSTRACT,
    doi: str = "",
    journal: str = "",
    comment: str = "",
) -> Answer:
    """A feed of arXiv's API with one entry."""
    more = "".join(
        f'<arxiv:{name} xmlns:arxiv="http://arxiv.org/schemas/atom">{escape(value)}</arxiv:{name}>'
        for name, value in (("doi", doi), ("journal_ref", journal), ("comment", comment))
        if value
    )
    names = "".join(f"<author><name>{escape(name)}</name></author>" for name in authors)
    entry = (
        f"<entry><id>http://arxiv.org/abs/{identifier}</id><updated>{published}</updated>"
        f"<published>{published}</published><title>{escape(title)}</title><summary>{escape(summary)}</summary>{names}{more}"
        '<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CV"/><category term="cs.CV"/></entry>'
    )
    return feed(entry)


def feed(entry: str = "") -> Answer:
    """A feed of arXiv's API; an unknown identifier's has no entry."""
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        '<title type="html">ArXiv Query: id_list</title><id>http://arxiv.org/api/x</id>'
        f"{entry}</feed>"
    )
    return Answer(body=text.encode(), headers={"Content-Type": "application/atom+xml; charset=utf-8"})


def atom_error(identifier: str) -> Answer:
    """What arXiv says of an identifier that is none."""
    entry = (
        f"<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_{identifier}</id><title>Error</title>"
        f"<summary>incorrect id format for {identifier}</summary></entry>"
    )
    return Answer(400, body=feed(entry).body, headers={"Content-Type": "application/atom+xml"})


def data(value: Any, status: int = 200) -> Answer:
    """A value as JSON."""
    return Answer(status, body=json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def crossref(**message: Any) -> Answer:
    """Crossref's answer for one work."""
    work = {
        "DOI": "10.1109/iccv.2021.1",
        "type": "proceedings-article",
        "title": ["Windowed Attention Networks"],
        "container-title": ["2021 IEEE/CVF International Conference on Computer Vision (ICCV)"],
        "author": [
            {"given": "Ada", "family": "Lovelace", "sequence": "first", "affiliation": []},
            {"given": "Laurens", "family": "van der Maaten", "sequence": "additional", "affiliation": []},
        ],
        "issued": {"date-parts": [[2021, 10]]},
        "page": "9992-10002",
        "publisher": "IEEE",
        "abstract": f"<jats:p>{ABSTRACT}</jats:p>",
        "language": "en",
        **message,
    }
    return data({"status": "ok", "message-type": "work", "message": work})


def csl(**item: Any) -> Answer:
    """CSL-JSON by content negotiation, as DataCite gives it."""
    work = {
        "type": "article",
        "id": "https://doi.org/10.5281/zenodo.1",
        "title": "A Report on Looms",
        "author": [{"family": "Jacquard", "given": "Joseph"}, {"literal": "Loom Consortium"}],
        "issued": {"date-parts": [[2020, 5, 4]]},
        "abstract": ABSTRACT,
        "DOI": "10.5281/zenodo.1",
        "publisher": "Zenodo",
        **item,
    }
    body = json.dumps(work).encode()
    return Answer(body=body, headers={"Content-Type": "application/vnd.citationstyles.csl+json"})


BIBTEX = """@inproceedings{
lovelace2021engines,
title={Engines that {D}ream: {GPU}s},
author={Ada Lovelace and {\\'E}variste Galois},
booktitle={International Conference on Learning Representations},
year={2021},
url={https://openreview.net/forum?id=abc}
}"""


def note(**content: Any) -> Answer:
    """OpenReview's API v2; a value of None leaves a field out."""
    return _notes({name: {"value": value} for name, value in _engines(content).items()})


def old_note(**content: Any) -> Answer:
    """OpenReview's API v1."""
    return _notes(_engines(content))


def _engines(content: Mapping[str, Any]) -> dict[str, Any]:
    fields = {
        "title": "Engines that Dream: GPUs",
        "authors": ["Ada Lovelace", "Évariste Galois"],
        "abstract": ABSTRACT,
        "venue": "ICLR 2021 Poster",
        "venueid": "ICLR.cc/2021/Conference",
        "_bibtex": BIBTEX,
        **content,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _notes(content: Mapping[str, Any]) -> Answer:
    return data({"notes": [{"id": "abc", "forum": "abc", "cdate": 1601308000000, "content": content}], "count": 1})


ACL = """@inproceedings{lovelace-etal-2019-looms,
    title = "{BERT} and the Looms: {W}eaving {``}Words{''}",
    author = "Lovelace, Ada  and
      M{\\"u}ller, J{\\'e}r{\\^o}me",
    editor = "Korhonen, Anna  and
      Traum, David",
    booktitle = "Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics",
    month = jul,
    year = "2019",
    address = "Florence, Italy",
    publisher = "Association for Computational Linguistics",
    url = "https://aclanthology.org/P19-1001/",
    doi = "10.18653/v1/P19-1001",
    pages = "1--11",
    abstract = "We made this abstract up, and it must never be found in a library."
}
"""

PMLR = """<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="title" content="PMLR"><meta name="citation_title" content="Looms &amp; Learning">
<meta name="citation_author" content="Ada Lovelace"><meta name="citation_author" content="Joseph Jacquard">
<meta name="citation_publication_date" content="2021/07/01"><meta name="citation_conference_title" content="International Conference on Machine Learning">
<meta name="citation_firstpage" content="8748"><meta name="citation_lastpage" content="8763"></head>
<body><h1>Looms</h1>%s</body></html>"""

PMLR_BIBTEX = """<code class="citecode" id="bibtex">
@InProceedings{pmlr-v139-lovelace21a,
  title = 	 {Looms &amp; Learning},
  author =       {Lovelace, Ada and Jacquard, Joseph},
  booktitle = 	 {Proceedings of the 38th International Conference on Machine Learning},
  pages = 	 {8748--8763},
  year = 	 {2021},
  editor = 	 {Meila, Marina and Zhang, Tong},
  volume = 	 {139},
  series = 	 {Proceedings of Machine Learning Research},
  month = 	 {18--24 Jul},
  publisher =    {PMLR},
  pdf = 	 {http://proceedings.mlr.press/v139/lovelace21a/lovelace21a.pdf},
  url = 	 {https://proceedings.mlr.press/v139/lovelace21a.html},
  abstract = 	 {We made this abstract up, and it must never be found in a library.}
}</code>"""


def text(body: str, kind: str = "text/plain") -> Answer:
    """A text."""
    return Answer(body=body.encode(), headers={"Content-Type": f"{kind}; charset=utf-8"})
