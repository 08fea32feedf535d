"""A lineage in layers: older methods first."""
