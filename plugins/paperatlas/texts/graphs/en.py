"""The words of graphs and their tools in English."""

from __future__ import annotations

from paperatlas.texts.graphs.definition import GraphTexts, GraphToolTexts

GRAPH_EN = GraphTexts(
    title="Related methods",
    summary=lambda papers, relations: f"Papers: {papers}. Relations between them: {relations}.",
    canvas="Graph of relations, scrollable",
    relations="Relations",
    groups="Groups",
    reading="An arrow points at the work that is built upon: A → B reads “A extends B”, “A uses B”.",
    isolated="No relation stated yet",
    edge=lambda source, relation, target: f"{source} {relation} {target}",
    links=lambda count: f"relations: {count}",
    between="to another direction, of any kind",
    separator=", ",
)


GRAPH_TOOLS_EN = GraphToolTexts(
    tools="Tools of the graph",
    find="Find in the graph",
    no_match="Nothing matches",
    matches="Matches: {count}",
    years="Years",
    year_from="From year",
    year_to="To year",
    group="Group",
    all_groups="All groups",
    region="Direction",
    all_regions="All directions",
    shown="Shown: {shown} of {total}",
    clear="Clear",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    zoom_reset="Original size",
    full="Full screen",
    leave_full="Leave full screen",
    copy_link="Copy a link to this view",
    citations=lambda count: f"Citations ({count})",
    cites=lambda citing, cited: f"{citing} cites {cited}",
    copied="Link copied",
    not_copied="The link is in the address bar",
    keys="Arrow keys: next paper · Enter: open · Esc: leave · + − 0: zoom",
    skip="Skip the graph",
    swipe="Swipe sideways to see the rest",
    open_paper="Page of the paper",
    column_source="Paper",
    column_relation="Relation",
    column_target="To",
    column_evidence="Why",
)
