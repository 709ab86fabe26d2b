"""`leopold settle`: the textbook solutions of a scenario, for a program and for a person.

Gains are counted from the veto lines of the scenario, as the reference figures of published domains do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from leopold.languages import Language
from leopold.settlement.model import Exclusion, Scenario
from leopold.settlement.relaxations import Bar, Relaxation, Relaxations, relaxations
from leopold.settlement.scenarios import read_scenario
from leopold.settlement.solving import Point, Solutions, solve

if TYPE_CHECKING:
    from rich.table import Table

SOLUTIONS = ("nash", "leximin", "kalai_smorodinsky")
LONGEST = 300
"""The most characters of a name or an option that the table shows."""
LABELS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "What could be signed",
        "issue": "Issue",
        "nash": "Most value (Nash)",
        "leximin": "Most balanced (leximin)",
        "kalai_smorodinsky": "Equal shares (Kalai–Smorodinsky)",
        "satisfaction": "Satisfaction: {party}",
        "gap": "not proven the best: better by {gap:.2g} at most",
        "outcomes": "{outcomes} packages can be written; {efficient} are efficient.",
        "outcomes_many": "{outcomes} packages can be written; the efficient ones are too many to list.",
        "impossible": "No agreement is possible: no package keeps the links, every must-have and every veto line.",
        "unknown": "Whether an agreement is possible could not be found out in time.",
        "would": "It would be possible, by the smallest changes, if",
        "or": "or if",
        "accepted": "{party} accepts “{option}” in {issue}",
        "lowered": "{party} signs from {to:.1f} % instead of {veto:.1f} %",
        "unlinked": "these are allowed together: {options}",
        "some": "There may be other changes as small, or smaller ones: time ran out.",
    },
    "ru": {
        "title": "Что можно подписать",
        "issue": "Вопрос",
        "nash": "Больше всего пользы (Нэш)",
        "leximin": "Самый ровный (лексимин)",
        "kalai_smorodinsky": "Равные доли (Калаи–Смородинский)",
        "satisfaction": "Удовлетворение: {party}",
        "gap": "лучший не доказан: лучше не более чем на {gap:.2g}",
        "outcomes": "Сочетаний: {outcomes}; эффективных среди них: {efficient}.",
        "outcomes_many": "Сочетаний: {outcomes}; эффективных слишком много, чтобы их перечислить.",
        "impossible": "Соглашение невозможно: нет сочетания, которое сохраняет связи, все условия и границы согласия.",
        "unknown": "За отведённое время не удалось узнать, возможно ли соглашение.",
        "would": "Оно стало бы возможным при самых малых уступках, если",
        "or": "или если",
        "accepted": "{party} соглашается на «{option}» в вопросе «{issue}»",
        "lowered": "{party} подписывает от {to:.1f} % вместо {veto:.1f} %",
        "unlinked": "вместе допускаются: {options}",
        "some": "Могут быть и другие столь же малые уступки или меньшие: время вышло.",
    },
}


class Settled(NamedTuple):
    """A scenario, its solutions, and what would make an agreement possible where none is; None where one is."""

    scenario: Scenario
    found: Solutions
    eased: Relaxations | None


def settled(path: Path, profiles: Sequence[Path] | None) -> Settled:
    """Return the scenario at `path` with all that there is to say of it. Raises SettlementError."""
    scenario = read_scenario(path, profiles)
    found = solve(scenario)
    return Settled(scenario, found, relaxations(scenario) if found.possible is False else None)


def document(scenario: Scenario, found: Solutions, eased: Relaxations | None) -> dict[str, Any]:
    """Return what `--json` writes; `docs/settle.schema.json` describes it."""
    frontier = None if found.frontier is None else [_point(scenario, point) for point in found.frontier]
    return {
        "version": 1,
        "parties": [party.name for party in scenario.parties],
        "outcomes": found.outcomes,
        "agreement_possible": found.possible,
        "frontier": frontier,
        **{name: _point(scenario, getattr(found, name)) for name in SOLUTIONS},
        "gaps": dict(found.gaps),
        "relaxations": [_relaxation(scenario, each) for each in eased.smallest] if eased else [],
        "relaxations_whole": eased is None or (eased.proven and eased.whole),
    }


def _relaxation(scenario: Scenario, steps: Relaxation) -> dict[str, Any]:
    return {
        "accept": [
            {"party": bar.party, "issue": scenario.issues[bar.issue].name, "option": _option(scenario, bar)}
            for bar in steps.bars
        ],
        "lower": [{"party": lowering.party, "by": lowering.by} for lowering in steps.lowerings],
        "allow": [_linked(scenario, link) for link in steps.links],
    }


def _option(scenario: Scenario, bar: Bar) -> str:
    return scenario.issues[bar.issue].options[bar.option]


def _linked(scenario: Scenario, link: Exclusion) -> dict[str, str]:
    chosen = [(scenario.issues[issue], option) for issue, option in sorted(link.choices)]
    return {issue.name: issue.options[option] for issue, option in chosen}


def _point(scenario: Scenario, point: Point | None) -> dict[str, Any] | None:
    if point is None:
        return None
    return {"utilities": list(point.utilities), "options": scenario.named(point.options)}


def show(scenario: Scenario, found: Solutions, eased: Relaxations | None, language: Language, file: TextIO) -> None:
    """Print the solutions as a table, one column for each, with the satisfaction of every party below.

    Where no agreement is possible, print what would make one.
    """
    from rich.console import Console

    console = Console(file=file, highlight=False, markup=False, width=None if file.isatty() else 110)
    labels = LABELS[language]
    if found.possible:
        console.print(_table(scenario, found, language))
    else:
        console.print(labels["unknown" if found.possible is None else "impossible"])
        for line in _eased(scenario, eased, labels) if eased else ():
            console.print(line)
    if found.frontier is None:
        console.print(labels["outcomes_many"].format(outcomes=found.outcomes), style="dim")
    else:
        counts = {"outcomes": found.outcomes, "efficient": len(found.frontier)}
        console.print(labels["outcomes"].format_map(counts), style="dim")


def _eased(scenario: Scenario, eased: Relaxations, labels: dict[str, str]) -> Iterator[str]:
    vetoes = {party.name: party.preferences.veto for party in scenario.parties}
    for number, steps in enumerate(eased.smallest):
        said = [
            labels["accepted"].format(
                party=_clean(bar.party),
                issue=_clean(scenario.issues[bar.issue].name),
                option=_clean(_option(scenario, bar)),
            )
            for bar in steps.bars
        ]
        for step in steps.lowerings:
            veto = vetoes[step.party]
            said.append(labels["lowered"].format(party=_clean(step.party), to=100 * (veto - step.by), veto=100 * veto))
        for link in steps.links:
            pairs = [f"{_clean(issue)}: {_clean(option)}" for issue, option in _linked(scenario, link).items()]
            said.append(labels["unlinked"].format(options=", ".join(pairs)))
        yield f"{labels['or' if number else 'would']} {'; '.join(said)}"
    if not (eased.proven and eased.whole):
        yield labels["some"]


def _table(scenario: Scenario, found: Solutions, language: Language) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    labels = LABELS[language]
    points = {name: point for name in SOLUTIONS if (point := getattr(found, name)) is not None}
    table = Table(title=labels["title"], box=SIMPLE_HEAD, title_justify="left", expand=True)
    table.add_column(labels["issue"], ratio=2)
    for name in points:
        gap = "\n" + labels["gap"].format(gap=found.gaps[name]) if found.gaps.get(name) else ""
        table.add_column(labels[name] + gap, ratio=2)
    for number, issue in enumerate(scenario.issues):
        options = [Text(_clean(issue.options[point.options[number]])) for point in points.values()]
        table.add_row(Text(_clean(issue.name)), *options)
    table.add_section()
    for number, party in enumerate(scenario.parties):
        worth = [Text(f"{100 * point.utilities[number]:.1f} %", "bold") for point in points.values()]
        table.add_row(Text(labels["satisfaction"].format(party=_clean(party.name)), "bold"), *worth)
    return table


def _clean(words: str) -> str:
    """Return words of a file without control characters, which could move the cursor or colour the rest."""
    clean = "".join(letter for letter in words if letter.isprintable())
    return clean if len(clean) <= LONGEST else clean[:LONGEST] + "…"
