"""Leopold notices trouble in a relationship while it is small, and proves it with verbatim quotes."""

__version__ = "0.1.0"
