"""The optional second reader: a language model of the user's choice, asked where our own readers are unsure.

Off unless an address is configured. It is asked about few conversations, within a budget, and believed only as far as
its quotes stand verbatim in the letters and its weight stays within a bound; without it everything works as before.
See docs/decisions/0012-second-reader.md.
"""

from leopold.second_reader.settings import Budget, SecondReader
from leopold.second_reader.tallies import Tally
from leopold.second_reader.uncertainty import unsure
from leopold.second_reader.weighing import BOUND

__all__ = ["BOUND", "Budget", "SecondReader", "Tally", "unsure"]
