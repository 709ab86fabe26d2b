"""Settlement: a scenario, what each party wants, to the packages that are efficient and fair."""
