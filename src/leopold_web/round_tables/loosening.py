"""Where no agreement was possible: what a party itself ruled out, for it to do without some of it.

Made of this party's own answers alone, in the order of the issues: what would make an agreement possible depends on
the answers of the others, and so is told to nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from leopold_web.round_tables.models import RoundTable
from leopold_web.round_tables.wishes import Rows, rated_range, rated_steps, rows_of


def own_bars(table: RoundTable, kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what a party ruled out: options by number, and limits of ranges, in the order of the issues."""
    never, found = {str(option) for option in kept.get("never", [])}, []
    for issue, options in rows_of(table):
        limit = kept.get("ranges", {}).get(str(issue.pk), {}).get("limit", "")
        if limit:
            found.append({"name": f"limit-{issue.pk}", "issue": issue.name, "limit": limit, "unit": issue.unit})
        elif not issue.is_range:
            barred = [option for option in options if str(option.pk) in never]
            found += [{"name": f"option-{each.pk}", "issue": issue.name, "option": each.text} for each in barred]
    return found


def loosened(rows: Rows, kept: Mapping[str, Any], dropped: Collection[str], line: int) -> dict[str, Any]:
    """Return a party's answers without what it can do without, by the names of `own_bars`, and with a lower line.

    What was barred gets the rating that the party had given it; a line above the earlier one changes nothing.
    """
    never = [option for option in kept.get("never", []) if f"option-{option}" not in dropped]
    ratings, ranges = dict(kept.get("ratings", {})), dict(kept.get("ranges", {}))
    steps = kept.get("steps", {})
    for issue, options in rows:
        numbers = [option.pk for option in options]
        if f"limit-{issue.pk}" in dropped and str(issue.pk) in ranges:
            ranges[str(issue.pk)] = ranges[str(issue.pk)] | {"limit": ""}
            rated, barred = rated_range(options, ranges[str(issue.pk)])
            never = [option for option in never if int(option) not in numbers] + barred
        else:
            if issue.is_range or not any(f"option-{number}" in dropped for number in numbers):
                continue
            own = [number for number in numbers if number in map(int, never)]
            rated = rated_steps({number: steps.get(str(number)) for number in numbers}, own)
        ratings |= {str(option): rating for option, rating in rated.items()}
    return {
        **kept,
        "never": never,
        "ratings": ratings,
        "ranges": ranges,
        "line": min(line, kept.get("line", 0)),
    }
