"""What the commands say to the person who runs them, a module for each; in English, as problems are.

An error is shown behind `paperatlas: `: it begins in lower case and has no full stop at its end. What `--help` says
stands with the arguments.
"""
