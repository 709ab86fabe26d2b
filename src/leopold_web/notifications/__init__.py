"""Letters that the desk sends by e-mail: written in the reader's language, kept until delivered, given up in time."""
