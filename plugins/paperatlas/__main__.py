"""The command `paperatlas`, also as `python -m paperatlas`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; the exit code. An interruption while it loads is told as one later is."""
    try:
        from paperatlas.cli import run_command_line  # noqa: PLC0415
    except KeyboardInterrupt:
        print("paperatlas: interrupted", file=sys.stderr)  # noqa: T201
        return 130
    return run_command_line()


if __name__ == "__main__":
    sys.exit(main())
