"""Reading what is to be settled: our own scenario file, or the folder of a domain in a published format.

To add a format, write a reader in a file of its own and put it into `READERS`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from leopold.errors import SettlementError
from leopold.settlement.model import Scenario
from leopold.settlement.scenarios.files import Reader, place_of, within
from leopold.settlement.scenarios.genius import Genius
from leopold.settlement.scenarios.geniusweb import GeniusWeb
from leopold.settlement.scenarios.negolog import NegoLog
from leopold.settlement.scenarios.own import Own

READERS: tuple[Reader, ...] = (Own(), Genius(), GeniusWeb(), NegoLog())
"""All formats. One at most recognises a place."""


def read_scenario(path: str | os.PathLike[str], profiles: Sequence[str | os.PathLike[str]] | None = None) -> Scenario:
    """Return the scenario at `path`: our own file, or the folder of a Genius, GeniusWeb or NegoLog domain.

    `profiles` names the files of the parties, two to five, in the folder or anywhere; without it all profiles of the
    folder sit at the table, in the order of their names. Raises SettlementError that names file, place and mend.
    """
    place = place_of(Path(path))
    named = None if profiles is None else [Path(profile) for profile in profiles]
    for reader in READERS:
        if reader.recognises(place):
            with within(place.path):
                return reader.read(place, named)
    with within(place.path):
        raise SettlementError("no_domain")


__all__ = ["READERS", "read_scenario"]
