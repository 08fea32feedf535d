"""What `paperatlas update` can find, besides what `paperatlas links` says of addresses."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

UNNAMED_CODE_LICENCE = Rule(
    code="UPD001",
    name="unnamed-code-licence",
    severity="info",
    summary="The repository of the code has a licence that the entry does not name.",
    explanation="Readers want to know whether they may use the code. `paperatlas update --fix` writes the field where "
    "the link leads to the whole repository, not to a folder, which may have a licence of its own.",
    example="code = {https://github.com/lovelace/analytical-engine},",
    remedy="code = {https://github.com/lovelace/analytical-engine},\ncodelicense = {MIT},",
    message="{forge} recognises the licence {licence} in the repository of '{key}', which names none.",
    hint="Write `codelicense = {{{licence}}}`.",
)
OTHER_CODE_LICENCE = Rule(
    code="UPD002",
    name="other-code-licence",
    severity="warning",
    summary="The repository of the code has another licence than the entry names.",
    explanation="Either its owner has changed it, or the entry is wrong; a folder of a repository may have a licence "
    "of its own. A person has to look.",
    message="'{key}' names the licence {written} for its code, but {forge} recognises {licence}.",
    hint="Look into the repository, and correct `codelicense`.",
)

PUBLISHED_PREPRINT = Rule(
    code="UPD003",
    name="published-preprint",
    severity="warning",
    summary="The entry is of a preprint that was published since.",
    explanation="arXiv's record, Semantic Scholar or a search at Crossref leads to the publication, and its title, its "
    "first author and its year are those of the entry. `paperatlas update --fix` writes the type, the venue, the date "
    "and the DOI as the library writes them, and keeps the key and the eprint, whose number tells when the work was "
    "first public. Without a DOI a person has to look.",
    example="@online{ada2020,\n  title = {Flows of Glass},\n  date = {2020},\n  eprint = {2001.00001},\n"
    "  eprinttype = {arxiv},\n}",
    remedy="@article{ada2020,\n  title = {Flows of Glass},\n  journaltitle = {Journal of Flows},\n  date = {2021},\n"
    "  eprint = {2001.00001},\n  eprinttype = {arxiv},\n  doi = {10.1000/flows},\n}",
    message="'{key}' was published as https://doi.org/{doi} in {year}.",
    hint="`paperatlas update --fix` writes it where it is certain.",
    variants={
        "there": Wording(
            "'{key}' was published as https://doi.org/{doi}, and '{other}' is the entry of that.",
            "Make one entry of the two; the other key can stand in its `ids`.",
        ),
        "relation": Wording(
            "Crossref says that '{key}' is a preprint, published as https://doi.org/{doi}.",
            "Add the publication: an entry has one DOI, so it is for you to say where that of the preprint goes.",
        ),
        "journal": Wording(
            "The authors of '{key}' say on arXiv that it was published: “{venue}”.",
            "Look for its record, and add the venue and the year.",
        ),
        "venue": Wording(
            "Semantic Scholar says that '{key}' was published: “{venue}”.",
            "Look for its record, and add the venue and the year.",
        ),
    },
)
OTHER_PUBLICATION = Rule(
    code="UPD004",
    name="other-publication",
    severity="info",
    summary="What looks like the publication of a preprint is of another work, as far as can be told.",
    explanation="A record counts only if its title, its first author and its year are those of the entry: there are "
    "papers with the same title, and services mix up works. Nothing is written. If it is the publication all the same, "
    "because it was renamed or its authors are in another order, add it by hand.",
    message="https://doi.org/{doi} may be the publication of '{key}', but its title is “{title}”.",
    hint="Compare the two.",
    variants={
        "title": Wording(),
        "author": Wording("https://doi.org/{doi} has the title of '{key}', but another first author."),
        "year": Wording("https://doi.org/{doi} has the title of '{key}', but is of {year}."),
    },
)
NEWER_VERSION = Rule(
    code="UPD005",
    name="newer-version",
    severity="info",
    summary="arXiv has a newer version of the preprint than the one that the entry, or the record of what was looked "
    "up, names.",
    explanation="The abstract, the title or the results may have changed. After somebody has looked, "
    "`paperatlas update --fix` writes the new version into the record.",
    example="eprint = {2001.00001v1}",
    remedy="eprint = {2001.00001v2}",
    message="arXiv has version {version} of '{key}'; known is version {known}.",
    hint="Look at what has changed.",
)
WITHDRAWN_PREPRINT = Rule(
    code="UPD006",
    name="withdrawn-preprint",
    severity="warning",
    summary="The preprint was withdrawn from arXiv.",
    explanation="Its page at arXiv gives the reason. Earlier versions can still be read there.",
    message="arXiv says that the preprint of '{key}' was withdrawn.",
    hint="Read the reason at arXiv, and tell readers in `note`, or remove the entry.",
)
RETRACTED_PUBLICATION = Rule(
    code="UPD007",
    name="retracted-publication",
    severity="error",
    summary="The publication was retracted, withdrawn or removed.",
    explanation="Crossref has it from the publisher or from the Retraction Watch Database. With the record of what was "
    "looked up, the paper's page says so.",
    message="'{key}' was retracted{notice}.",
    hint="Read the notice, and tell readers in `note`, or remove the entry.",
)
CORRECTED_PUBLICATION = Rule(
    code="UPD008",
    name="corrected-publication",
    severity="info",
    summary="A correction of the publication, or an expression of concern about it, was published.",
    explanation="Crossref has it from the publisher or from the Retraction Watch Database. Figures that an abstract or "
    "a table of results quotes may be wrong.",
    message="A correction of '{key}' was published{notice}.",
    hint="Read the notice.",
    variants={"concern": Wording("An expression of concern about '{key}' was published{notice}.")},
)

RULES = rules_in(globals())
