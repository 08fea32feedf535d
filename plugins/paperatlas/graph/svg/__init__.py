"""A layout -> what the SVG template draws."""
