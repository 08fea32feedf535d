"""`paperatlas propose`: what somebody wrote into the form "add a paper", as a change of the library."""
