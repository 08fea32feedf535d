"""What can be wrong with the pictures of a site."""

from __future__ import annotations

from paperatlas.diagnostics.extras import install_command
from paperatlas.diagnostics.problem import Rule, Wording, rules_in

NO_PICTURES = Rule(
    code="PIC001",
    name="no-pictures",
    severity="warning",
    summary="The site is to have pictures for previews, and has none.",
    explanation="The option `social_pictures` has a picture drawn for each direction and paper, which networks show "
    "with a link to it. That takes the packages Pillow and fontTools, the address of the site, because a picture is "
    "named by its whole address, and fonts that can be read.",
    message="Pillow or fontTools is not installed: no pictures for previews are drawn.",
    hint=f"Install it: {install_command('pictures')}.",
    variants={
        "address": Wording(
            "Nobody knows the address of the site: no pictures for previews are drawn.", "Set `site_url`."
        ),
        "font": Wording(
            "A font of the option `picture_fonts` cannot be used: {reason}. No pictures for previews are drawn.",
            "Name a font in TrueType or OpenType, relative to the configuration.",
        ),
    },
)
NO_PICTURE = Rule(
    code="PIC002",
    name="no-picture",
    severity="warning",
    summary="A picture for previews is not drawn because no font has its characters.",
    explanation="A character that a font lacks would be an empty box. Accents that stand on a letter by themselves, "
    "and scripts that run from right to left, are not drawn either: they would not be what was written.",
    message="No picture of '{page}' is drawn: no font has the characters '{characters}'.",
    hint="Install a font that has them, such as Noto Sans CJK, or name one in the option `picture_fonts`.",
    variants={
        "several": Wording("No picture of {count} pages is drawn, '{page}' among them: no font has '{characters}'.")
    },
)

RULES = rules_in(globals())
