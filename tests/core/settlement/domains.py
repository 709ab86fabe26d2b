"""One small negotiation, written in every format that is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ISSUES = {"Price": ("low", "middle", "high"), "Start": ("now", "later")}
WANTS: dict[str, dict[str, Any]] = {
    "buyer": {
        "weights": {"Price": 0.75, "Start": 0.25},
        "ratings": {"Price": {"low": 1.0, "middle": 0.5, "high": 0.0}, "Start": {"now": 0.25, "later": 1.0}},
        "reservation": 0.25,
    },
    "seller": {
        "weights": {"Price": 0.5, "Start": 0.5},
        "ratings": {"Price": {"low": 0.0, "middle": 0.75, "high": 1.0}, "Start": {"now": 1.0, "later": 0.5}},
        "reservation": 0.0,
    },
}


def genius(folder: Path, old: bool = False) -> Path:
    """Genius XML; `old` puts issues and weights right under the root and begins to count at 2."""
    first = 2 if old else 1
    indices = {name: number for number, name in enumerate(ISSUES, start=first)}
    before, after = ("", "") if old else ('<objective index="0" name="root" type="objective">', "</objective>")
    kind = "" if old else ' vtype="discrete" type="discrete" etype="discrete"'

    def issues(ratings: dict[str, dict[str, float]] | None) -> str:
        text = ""
        for name, options in ISSUES.items():
            text += f'<issue index="{indices[name]}" name="{name}"{kind}>\n'
            for number, option in enumerate(options, start=1):
                # Evaluations are of any scale: each is divided by the largest of its issue.
                value = f' evaluation="{ratings[name][option] * 40:g}"' if ratings else ""
                text += f'<item index="{number}" value="{option}"{value}/>\n'
            text += "</issue>\n"
        return text

    template = (
        f'<negotiation_template><utility_space number_of_issues="2">{before}{issues(None)}{after}</utility_space>'
    )
    (folder / "domain.xml").write_text(template + "</negotiation_template>")
    for party, wants in WANTS.items():
        weights = "".join(
            f'<weight index="{indices[name]}" value="{value * 2}"/>\n' for name, value in wants["weights"].items()
        )
        reservation = f'<reservation value="{wants["reservation"]}"/>' if wants["reservation"] else ""
        body = f"<utility_space>{reservation}{before}{issues(wants['ratings'])}{weights}{after}</utility_space>"
        (folder / f"{party}.xml").write_text(body)
    return folder


def genius_old(folder: Path) -> Path:
    return genius(folder, old=True)


def geniusweb(folder: Path, dialect: str = "DiscreteValueSetUtilities") -> Path:
    """GeniusWeb JSON with a file for the domain."""
    domain = {"name": "domain", "issuesValues": {name: {"values": list(options)} for name, options in ISSUES.items()}}
    (folder / "domain.json").write_text(json.dumps(domain))
    for party, wants in WANTS.items():
        tables = {name: {dialect: {"valueUtilities": table}} for name, table in wants["ratings"].items()}
        space = {"issueUtilities": tables, "issueWeights": wants["weights"], "domain": domain, "name": party}
        if wants["reservation"]:
            # 0.75 × 0 + 0.25 × 1 = 0.25.
            space["reservationBid"] = {"issuevalues": {"Price": "high", "Start": "later"}}
        (folder / f"{party}.json").write_text(json.dumps({"LinearAdditiveUtilitySpace": space}))
    (folder / "specials.json").write_text(json.dumps({"size": 6, "nash": {}}))
    return folder


def geniusweb_java(folder: Path) -> Path:
    """The Java dialect, without a file for the domain."""
    geniusweb(folder, "discreteutils")
    (folder / "domain.json").unlink()
    return folder


def negolog(folder: Path) -> Path:
    """NegoLog JSON."""
    for party, wants in WANTS.items():
        profile = {"issueWeights": wants["weights"], "issues": wants["ratings"]}
        if wants["reservation"]:
            profile["reservationValue"] = wants["reservation"]
        (folder / f"{party}.json").write_text(json.dumps(profile))
    (folder / "specs.json").write_text(json.dumps({"Name": "domain"}))
    return folder


def document() -> dict[str, Any]:
    """Our own scenario, as values."""
    return {
        "version": 1,
        "issues": [{"name": name, "options": list(options)} for name, options in ISSUES.items()],
        "parties": [
            {
                "name": party,
                "veto": round(wants["reservation"] * 100),
                "points": {name: round(weight * 100) for name, weight in wants["weights"].items()},
                "ratings": {
                    name: {option: round(rating * 100) for option, rating in table.items()}
                    for name, table in wants["ratings"].items()
                },
            }
            for party, wants in WANTS.items()
        ],
    }


def toml(value: Any) -> str:
    """Return values as inline TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    # JSON leaves the delete character bare, TOML does not take it so.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def written(values: dict[str, Any]) -> str:
    """Return values as a TOML file."""
    return "".join(f"{key} = {toml(value)}\n" for key, value in values.items())


def own_json(folder: Path) -> Path:
    path = folder / "scenario.json"
    path.write_text(json.dumps(document()))
    return path


def own_toml(folder: Path) -> Path:
    path = folder / "scenario.toml"
    path.write_text(written(document()))
    return path


FORMATS = {
    "own JSON": ("Leopold", own_json),
    "own TOML": ("Leopold", own_toml),
    "Genius": ("Genius XML", genius),
    "old Genius": ("Genius XML", genius_old),
    "GeniusWeb, Python": ("GeniusWeb JSON", geniusweb),
    "GeniusWeb, Java": ("GeniusWeb JSON", geniusweb_java),
    "NegoLog": ("NegoLog JSON", negolog),
}
"""Every form in which this negotiation is written: the name of its reader, and what writes it."""
