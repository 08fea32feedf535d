"""What can be wrong with an address a library gives: `paperatlas links` finds out by asking for it."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

DEAD_LINK = Rule(
    code="LNK001",
    name="dead-link",
    severity="error",
    summary="Nothing is at the address any more, or never was: the server says that it is not found or gone.",
    explanation="A reader who follows the link finds nothing. A repository or a page may have been renamed, hidden or "
    "deleted; a DOI or an arXiv identifier that nobody knows was most likely mistyped. PaperAtlas shows the link "
    "all the same.",
    example="code = {https://github.com/lovelace/analytical-engin}",
    remedy="code = {https://github.com/lovelace/analytical-engine}",
    message="Nothing is at {url} (HTTP {status}).",
    hint="Look for its new place, or link to a copy in an archive of the web.",
    variants={
        "forwarded": Wording("Nothing is at {final}, to which {url} leads (HTTP {status})."),
        "doi": Wording(
            "doi.org does not know {url} (HTTP {status}).", "Compare the DOI with the one on the paper's own page."
        ),
        "arxiv": Wording(
            "arXiv has no {url} (HTTP {status}).", "Compare the identifier with the one on the paper's own page."
        ),
        "repository": Wording(
            "GitHub shows no {repository} at {url} (HTTP {status}).",
            "It was renamed, hidden or deleted: look for it under another owner or in a fork.",
        ),
    },
)
UNKNOWN_HOST = Rule(
    code="LNK002",
    name="unknown-host",
    severity="error",
    summary="No host has the name in the address.",
    explanation="The domain was given up, or its name is mistyped. An archive of the web may have the page as it was.",
    example="website = {https://glow.exampel.org}",
    remedy="website = {https://glow.example.org}",
    message="There is no host {host}.",
    hint="Is the name right? Look for its new place, or link to a copy in an archive of the web.",
    variants={
        "forwarded": Wording("There is no host {host}, to which {url} leads."),
    },
)
MOVED_LINK = Rule(
    code="LNK003",
    name="moved-link",
    severity="warning",
    summary="The page or the repository has moved for good, and the server says where.",
    explanation="The link still works as long as the old server forwards it. `paperatlas links --fix` writes the new "
    "address where it is certain to be the same thing: the same repository under another name, or a path that keeps "
    "what the old one named. Redirects that are meant for the moment are no problem.",
    example="code = {https://github.com/lovelace/old-name}",
    remedy="code = {https://github.com/lovelace/new-name}",
    message="{url} has moved to {new} for good.",
    hint="See whether it is the same thing, and write the new address.",
    variants={
        "same": Wording(hint="`paperatlas links --fix` writes the new address."),
    },
)
INSECURE_LINK = Rule(
    code="LNK004",
    name="insecure-link",
    severity="warning",
    summary="The address begins with `http`, and its server sends everybody to the same one with `https`.",
    explanation="The first request goes out unprotected, and for nothing. `paperatlas links --fix` writes the new one.",
    example="website = {http://glow.example.org/}",
    remedy="website = {https://glow.example.org/}",
    message="{url} is at {new}.",
    hint="`paperatlas links --fix` writes the new address.",
)
LOST_PAGE = Rule(
    code="LNK005",
    name="lost-page",
    severity="warning",
    summary="The server forwards the address for good to something else: a front page, a page to log in.",
    explanation="The page itself is most likely gone, though no server says so. Whether it stands somewhere else, a "
    "person has to find out; `--fix` leaves such a link alone.",
    example="website = {https://glow.example.org/2018/demo}",
    remedy="website = {https://archive.example.org/glow/demo}",
    message="{url} now leads to {final}, which is something else.",
    hint="Look for its new place, or link to a copy in an archive of the web.",
)
BAD_CERTIFICATE = Rule(
    code="LNK006",
    name="bad-certificate",
    severity="warning",
    summary="The server cannot prove that it is the one in the address.",
    explanation="Its certificate has run out, is made for another name or by nobody who is trusted; browsers warn "
    "their users before they let them pass.",
    message="The certificate of {host} cannot be trusted.",
    hint="Open the link in a browser, and see what it says.",
)
UNCHECKED_LINK = Rule(
    code="LNK007",
    name="unchecked-link",
    severity="warning",
    summary="The address could not be checked: the server has a fault of its own, or does not answer in time.",
    explanation="That may pass: it was tried several times, and is tried again the next time. A link that stays so for "
    "weeks is as good as dead.",
    message="{url} could not be checked: {host} answers with damaged data.",
    hint="Try again later.",
    variants={
        "time-out": Wording("{url} could not be checked: {host} does not answer in time."),
        "connection": Wording("{url} could not be checked: {host} cannot be reached."),
        "redirects": Wording("{url} could not be checked: {host} forwards the address again and again."),
        "address": Wording("{url} could not be checked: {host} forwards to what is no web address."),
        "status": Wording("{url} could not be checked: {host} answers with an error (HTTP {status})."),
    },
)
REFUSED_LINK = Rule(
    code="LNK008",
    name="refused-link",
    severity="info",
    summary="The server does not answer programs, or only those that log in.",
    explanation="Many publishers turn away whatever is no browser. This says nothing about the page; open the link "
    "yourself.",
    message="{host} does not show {url} to programs (HTTP {status}).",
    hint="Open the link in a browser once.",
)
ARCHIVED_REPOSITORY = Rule(
    code="LNK009",
    name="archived-repository",
    severity="info",
    summary="The repository is there to be read, but its owner has archived it.",
    explanation="Nobody answers questions there or mends anything. Readers may want to know of a fork that lives on.",
    message="The repository {repository} is archived: it can be read, and nobody mends it.",
)

RULES = rules_in(globals())
