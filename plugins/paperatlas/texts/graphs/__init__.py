"""The words of graphs and their tools."""
