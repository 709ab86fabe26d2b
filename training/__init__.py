"""How the weights that Leopold ships are made: one command each, from the data that its model card names."""
