"""The reader's own marks: the control beside papers, and the page that lists what was marked."""
