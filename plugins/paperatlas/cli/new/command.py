"""`paperatlas new`: a direction's note to fill in, or a site to begin with."""

from __future__ import annotations

from paperatlas.cli.arguments import Commands
from paperatlas.cli.new.direction import new_direction
from paperatlas.cli.new.publishing import HOSTS, new_publishing
from paperatlas.cli.new.site import new_site

_MORE = """\
examples:
  paperatlas new site my-field                             a site in a new folder
  paperatlas new direction diffusion --title "Diffusion models"
  paperatlas new direction diffusion --title-en "Diffusion models" --title-zh 扩散模型
  paperatlas new publishing github                         what GitHub Pages needs to publish the site

Existing files are not changed.

exit codes:
  0  the files were written
  1  a file could not be written
  2  wrong usage, or the files already exist
"""


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "new",
        help="create a site, or a direction of one",
        description="Writes the first files of a site or a direction, to fill in.",
        epilog=_MORE,
    )
    kinds = parser.add_subparsers(title="what to create", metavar="WHAT", required=True)
    site = kinds.add_parser(
        "site",
        help="a site in an empty folder",
        description="Writes a site that builds as it is into an empty folder, and a workflow that publishes it.",
        epilog="example:\n  paperatlas new site my-field",
    )
    site.add_argument("folder", metavar="FOLDER", nargs="?", default=".", help="an empty or a new folder (default: .)")
    site.set_defaults(run=new_site)
    direction = kinds.add_parser(
        "direction",
        help="a direction's note, in every language of the current site",
        description="Writes the note of a direction to fill in, in every language of the current site.",
        epilog='example:\n  paperatlas new direction diffusion --title "Diffusion models"',
    )
    direction.add_argument(
        "slug", metavar="SLUG", help="its name in addresses and keywords, for example graph-networks"
    )
    direction.add_argument("--title", metavar="TEXT", help="its title (default: made from the slug)")
    for language, name in (("en", "English"), ("zh", "Chinese")):
        direction.add_argument(f"--title-{language}", metavar="TEXT", help=f"its title in {name}")
    direction.set_defaults(run=new_direction)
    publishing = kinds.add_parser(
        "publishing",
        help="what a host of web sites needs to publish the current site",
        description="Writes what a host needs to build the current site and publish it.",
        epilog="example:\n  paperatlas new publishing gitlab",
    )
    publishing.add_argument("host", metavar="HOST", choices=sorted(HOSTS), help=f"one of {', '.join(sorted(HOSTS))}")
    publishing.set_defaults(run=new_publishing)
