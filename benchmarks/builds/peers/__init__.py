"""The programs that builds are compared with, one module each."""
