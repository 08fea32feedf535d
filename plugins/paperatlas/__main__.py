"""`python -m paperatlas` is `paperatlas`."""

from __future__ import annotations

import sys

from paperatlas.cli import main

if __name__ == "__main__":
    sys.exit(main())
