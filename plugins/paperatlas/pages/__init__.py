"""Atlas -> pages: templates, and the values they need."""

from paperatlas.pages.all_pages import build_pages, plan_pages
from paperatlas.pages.broken_template import BrokenTemplateError
from paperatlas.pages.direction import direction_graph, direction_head, direction_sections, untranslated_notice
from paperatlas.pages.home import directions_overview
from paperatlas.pages.kinds import COLLECTIVE_PAGES
from paperatlas.pages.metadata.head import hand_written_head, head_html, with_head
from paperatlas.pages.page import Fragment, Heading, Page, PlannedPage
from paperatlas.pages.related import derived_relations
from paperatlas.pages.render import Site, in_language, make_site
from paperatlas.texts.languages import LANGUAGES, messages_for

__all__ = [
    "COLLECTIVE_PAGES",
    "LANGUAGES",
    "BrokenTemplateError",
    "Fragment",
    "Heading",
    "Page",
    "PlannedPage",
    "Site",
    "build_pages",
    "derived_relations",
    "direction_graph",
    "direction_head",
    "direction_sections",
    "directions_overview",
    "hand_written_head",
    "head_html",
    "in_language",
    "make_site",
    "messages_for",
    "plan_pages",
    "untranslated_notice",
    "with_head",
]
