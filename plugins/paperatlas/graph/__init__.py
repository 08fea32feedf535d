"""Boxes and arrows -> a drawing. Nothing here knows what a box stands for."""
