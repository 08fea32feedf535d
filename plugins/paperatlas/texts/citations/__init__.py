"""The words of citations, references and what a reader copies to cite."""
