"""What can be wrong with how graphs are drawn."""

from __future__ import annotations

from paperatlas.diagnostics.extras import install_command
from paperatlas.diagnostics.problem import Rule, rules_in

NO_GRAPHVIZ = Rule(
    code="GRA001",
    name="no-graphviz",
    severity="info",
    summary="Graphs of related methods are drawn without Graphviz.",
    explanation="With the package pygraphviz, which contains Graphviz, a lineage is drawn along the years and related "
    "methods near each other. Without it every graph is drawn by group, with the same papers and the same relations; "
    "everything else is the same. pygraphviz can be installed as it is on 64-bit Windows, on macOS from version 11 "
    "and on Linux with glibc 2.28 or newer; elsewhere it is compiled, for which Graphviz must be installed first.",
    message="pygraphviz is not installed: graphs of related methods are drawn by group, not along the years.",
    hint=f"Install it: {install_command('graphviz')}.",
)

RULES = rules_in(globals())
