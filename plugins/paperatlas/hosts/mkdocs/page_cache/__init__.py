"""Hand-written pages that are not made again while nothing they depend on has changed.

MkDocs goes through all of its events for each of them, as in every build; what a step makes is taken from the cache if
all that the step depends on is the same.
"""
