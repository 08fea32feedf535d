"""What can be wrong with an address a library gives: `paperatlas links` finds out by asking for it."""

from __future__ import annotations

from paperatlas.diagnostics.problem import Rule, Wording, rules_in

DEAD_LINK = Rule(
    code="LNK001",
    name="dead-link",
    severity="error",
    summary="The address does not exist (any more): the server says that the page is not found or gone.",
    explanation="A reader who follows the link finds nothing. A repository or a page may have been renamed, hidden "
    "or deleted; an unknown DOI or arXiv identifier was most likely mistyped. PaperAtlas still shows "
    "the link.",
    example="code = {https://github.com/lovelace/analytical-engin}",
    remedy="code = {https://github.com/lovelace/analytical-engine}",
    message="{url} was not found (HTTP {status}).",
    hint="Look for its new address, or link to a copy in a web archive.",
    variants={
        "forwarded": Wording("{final}, to which {url} redirects, was not found (HTTP {status})."),
        "doi": Wording(
            "doi.org does not know {url} (HTTP {status}).", "Compare the DOI with the one on the paper's own page."
        ),
        "arxiv": Wording(
            "arXiv does not know {url} (HTTP {status}).", "Compare the identifier with the one on the paper's own page."
        ),
        "repository": Wording(
            "GitHub has no public repository {repository} at {url} (HTTP {status}).",
            "It was renamed, made private or deleted: look for it under another owner, or for a fork.",
        ),
        "asked": Wording(
            "{service} has no public repository {repository}.",
            "It was renamed, blocked, made private or deleted: look for it under another owner, or for a fork.",
        ),
    },
)
UNKNOWN_HOST = Rule(
    code="LNK002",
    name="unknown-host",
    severity="error",
    summary="The host in the address does not exist.",
    explanation="The domain was given up, or its name is mistyped. A web archive may have a copy of the page.",
    example="website = {https://glow.exampel.org}",
    remedy="website = {https://glow.example.org}",
    message="The host {host} does not exist.",
    hint="Check its name. Look for its new address, or link to a copy in a web archive.",
    variants={
        "forwarded": Wording("The host {host}, to which {url} redirects, does not exist."),
    },
)
MOVED_LINK = Rule(
    code="LNK003",
    name="moved-link",
    severity="warning",
    summary="The page or the repository has moved permanently, and the server says where.",
    explanation="The link works as long as the old server redirects it. `paperatlas links --fix` writes the new "
    "address where it is certain to be the same thing: the same repository under another name, or a "
    "path that contains what the old one named. Temporary redirects are not reported.",
    example="code = {https://github.com/lovelace/old-name}",
    remedy="code = {https://github.com/lovelace/new-name}",
    message="{url} has moved permanently to {new}.",
    hint="Check that it is the same page, and write the new address.",
    variants={
        "same": Wording(hint="`paperatlas links --fix` writes the new address."),
    },
)
INSECURE_LINK = Rule(
    code="LNK004",
    name="insecure-link",
    severity="warning",
    summary="The address begins with `http`, and its server redirects to the same address with `https`.",
    explanation="The first request is sent unprotected, for no reason. `paperatlas links --fix` writes the new "
    "address.",
    example="website = {http://glow.example.org/}",
    remedy="website = {https://glow.example.org/}",
    message="{url} redirects to {new}.",
    hint="`paperatlas links --fix` writes the new address.",
)
LOST_PAGE = Rule(
    code="LNK005",
    name="lost-page",
    severity="warning",
    summary="The server redirects the address permanently to something else: a home page, a login page.",
    explanation="The page itself is most likely gone, though the server does not say so. A person has to find out "
    "whether it has a new address; `--fix` does not change such a link.",
    example="website = {https://glow.example.org/2018/demo}",
    remedy="website = {https://archive.example.org/glow/demo}",
    message="{url} now redirects to {final}, which is a different page.",
    hint="Look for its new address, or link to a copy in a web archive.",
)
BAD_CERTIFICATE = Rule(
    code="LNK006",
    name="bad-certificate",
    severity="warning",
    summary="The server's certificate is not valid for the address.",
    explanation="The certificate has expired, is for another name, or was issued by an authority that is not "
    "trusted. Browsers warn their users before they show such a page.",
    message="The certificate of {host} cannot be trusted.",
    hint="Open the link in a browser to see the reason.",
)
UNCHECKED_LINK = Rule(
    code="LNK007",
    name="unchecked-link",
    severity="warning",
    summary="The address could not be checked: the server has an error, or does not answer in time.",
    explanation="This may be temporary: the address was tried several times, and is tried again the next time. If "
    "it stays so for weeks, treat the link as dead.",
    message="{url} could not be checked: {host} sends damaged data.",
    hint="Try again later.",
    variants={
        "time-out": Wording("{url} could not be checked: {host} does not answer in time."),
        "connection": Wording("{url} could not be checked: {host} cannot be reached."),
        "redirects": Wording("{url} could not be checked: {host} redirects too many times."),
        "address": Wording("{url} could not be checked: {host} redirects to an invalid URL."),
        "status": Wording("{url} could not be checked: {host} answers with an error (HTTP {status})."),
    },
)
REFUSED_LINK = Rule(
    code="LNK008",
    name="refused-link",
    severity="info",
    summary="The server does not answer programs, or requires a login.",
    explanation="Many publishers refuse requests that do not come from a browser. This says nothing about the "
    "page; open the link yourself.",
    message="{host} refuses requests from programs for {url} (HTTP {status}).",
    hint="Open the link in a browser to check it.",
)
ARCHIVED_REPOSITORY = Rule(
    code="LNK009",
    name="archived-repository",
    severity="info",
    summary="The repository can be read, but its owner has archived it.",
    explanation="Nobody answers questions or corrects errors there. Readers may want to know of an active fork.",
    message="The repository {repository} is archived: it is read-only and not maintained.",
)

RULES = rules_in(globals())
