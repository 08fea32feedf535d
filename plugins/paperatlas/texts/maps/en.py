"""The words of the maps of papers and of directions in English."""

from __future__ import annotations

from paperatlas.texts.english import counted
from paperatlas.texts.maps.definition import DirectionMapTexts, MapTexts

DIRECTION_MAP_EN = DirectionMapTexts(
    title="Directions and what connects them",
    summary=lambda directions, relations: (
        f"{counted(directions, 'direction')}, {counted(relations, 'relation')} from one to another."
    ),
    legend=(
        "A box is a direction with the number of its papers. The thicker a line, the more relations lead from one to "
        "the other; those of a paper of several directions lead from the first of them."
    ),
    opened="What is chosen",
    hint="Choose a direction to open it, and a second one to read what connects the two.",
    no_ties="No stated relation leads from one direction to another.",
    first="Open",
    second="Connected with",
    nothing="–",
    until="Up to the year",
    connected="Connected with",
    unconnected="No stated relation connects the two.",
    elsewhere=lambda count: (
        f"{count} of these also {'belongs' if count == 1 else 'belong'} to another direction and "
        f"{'is' if count == 1 else 'are'} drawn there."
    ),
    inside=lambda title, count: f"Inside {title}: {counted(count, 'relation')}",
    among_papers="Show among all papers",
    all_papers="All papers",
    as_text=lambda pairs, relations: (
        f"As text: {counted(pairs, 'pair')} of directions, {counted(relations, 'relation')} in all"
    ),
)


MAP_EN = MapTexts(
    intro=lambda papers, relations: (
        f"{counted(papers, 'paper')} and {counted(relations, 'stated relation')}. "
        "Every point is a paper and leads to its page."
    ),
    search="Find a paper",
    search_hint="Method or title",
    no_match="No paper matches.",
    place="Direction or group",
    everywhere="All directions",
    every_relation="All relations",
    relation="Relation",
    from_year="From year",
    to_year="to",
    shown="{papers} of {all_papers} papers, {relations} of {all_relations} relations",
    canvas="Map of all papers",
    keys="Arrow keys move the map, + and − zoom. To reach a paper without a mouse, find it by name; then follow its "
    "related papers. Escape deselects it.",
    touch="Click the map to zoom with the mouse wheel.",
    zoom_in="Zoom in",
    zoom_out="Zoom out",
    whole="Whole map",
    full_screen="Full screen",
    leave_full_screen="Leave full screen",
    view_link="Link to this view",
    close="Deselect this paper",
    more="and {count} more",
    directions="Directions",
    reading="Colour and shape show the direction, size the number of relations. In each group the oldest papers are in "
    "the middle. A line is a relation; point at a paper to see its relations. A paper of several directions is drawn "
    "in the first.",
    no_script="The interactive map needs JavaScript. Below are the directions and the relations between them.",
    overview="The map as an overview and a list",
    overview_title="Directions and the relations between them",
    overview_summary=lambda directions, relations: (
        f"{counted(directions, 'direction')}; {counted(relations, 'relation')} between papers of different ones."
    ),
    tie=lambda first, second, count: f"{first} – {second}: {counted(count, 'relation')}",
    ties_left_out=lambda count: (
        "Each direction has lines to the three with which it has the most relations; "
        f"{counted(count, 'further pair')} of directions with relations {'has' if count == 1 else 'have'} no line."
    ),
    nearest="Most relations with",
    further=lambda count: f"and {count} more",
    as_text="Each relation is listed as text on the page of its direction and on those of its papers.",
    all_papers="All papers as a table",
    graph_part=lambda papers, all_papers, relations, all_relations: (
        f"The drawing shows {papers:,} of {counted(all_papers, 'paper')}, around those with the most relations, and "
        f"{relations:,} of {counted(all_relations, 'relation')}. The list below has every relation."
    ),
)
