"""What a site asks for with its option `require`."""
