"""A lineage in layers: older nodes first."""
