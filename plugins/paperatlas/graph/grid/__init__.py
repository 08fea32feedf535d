"""A catalogue on a grid: groups as regions, edges in the gutters between the boxes."""
