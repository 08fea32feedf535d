"""Pandoc as a program that carries out CSL styles: finding it, and asking it about one page after the other."""
