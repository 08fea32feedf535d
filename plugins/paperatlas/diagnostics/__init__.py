"""Problems as data: values, the base of rules, excerpts, selection, reports."""
