"""Pictures that a preview of a link shows: one for each direction and each paper, drawn when a site is built."""
