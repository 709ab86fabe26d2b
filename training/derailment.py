"""Train the derailment forecast that the package carries, and say how it does on what it was not trained on.

    python -m training.derailment [--data FOLDER] [--write]

Learns from Conversations Gone Awry (Wikipedia), WikiTactics and the sample's stories, never from sets without licence.
Prints figures by held-out folds: of Wikipedia and WikiTactics a fifth at a time, of stories one at a time, and of
Reddit's conversations, which are never trained on, all. With --write, writes the weights into the package.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from leopold.forecast.course import FEATURES, Course, advance, features
from training.conversations import Labelled, awry, negotiations, story_letters, tactics

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
WEIGHTS = ROOT / "src" / "leopold" / "forecast" / "derailment.json"

SHARES = {"cga_wiki": 1.0, "wikitactics": 1.0, "stories": 5.0}
"""How much a conversation of each set weighs; stories are few, and the only business letters."""

SIGNS = {
    **dict.fromkeys(
        ("you_first", "hostile", "hostile_you", "blame", "absolute", "negation", "not_you", "bad_signs"), 1
    ),
    **dict.fromkeys(("asks_why", "ordering", "must", "meta", "echo", "unanswered", "escalates", "writes_again"), 1),
    **dict.fromkeys(("hedge", "polite", "concede", "propose", "warm", "good_signs"), -1),
}
"""What may only raise the forecast, and what may only lower it, whatever a small set says: a reason must make sense."""

REGULARISATION = 1000.0
CLIP = 4.0
PRIOR = 0.05
"""Share of conversations taken to end in open conflict: that of `leopold.relationships.weights.BASE`."""

LAST = (1.0, 0.5, 0.25, 0.125)
"""Weights of a conversation's last prefixes in training, from the last one back."""

Array = NDArray[np.float64]


class Example(NamedTuple):
    """A conversation's features after each of its turns, its label, set and fold."""

    prefixes: Array
    conflict: bool
    source: str
    fold: int


class Fitted(NamedTuple):
    """A weight for each feature as it is, and the intercept of each set."""

    weights: Array
    intercepts: dict[str, float]

    def score(self, prefixes: Array) -> Array:
        """Return a score for each prefix; 0 where features are 0."""
        scores: Array = prefixes @ self.weights
        return scores


def example(labelled: Labelled) -> Example:
    """Return the features of a conversation after each turn."""
    course, rows = Course(), []
    for turn in labelled.turns:
        course = advance(course, turn)
        rows.append(features(course))
    return Example(np.array(rows), labelled.conflict, labelled.source, labelled.fold)


def examples(data: Path) -> list[Example]:
    """Return what may be trained on or tested, of every set."""
    sets: Iterable[Iterable[Labelled]] = (
        awry(data / "cga_wiki" / "conversations.jsonl.xz", "cga_wiki"),
        tactics(data / "wikitactics" / "wikitactics.json.xz"),
        negotiations(data / "casino"),
        awry(data / "cga_cmv" / "conversations.jsonl.xz", "cga_cmv"),
        story_letters(),
    )
    return [example(each) for one in sets for each in one if each.turns]


def fit(chosen: Sequence[Example], shares: dict[str, float]) -> Fitted:
    """Fit weights on the last prefixes of conversations, each set about its own mean, with an intercept of its own."""
    sources = sorted({each.source for each in chosen})
    rows, labels, weights, sets = [], [], [], []
    for each in chosen:
        last = each.prefixes[::-1][: len(LAST)]
        share = np.array(LAST[: len(last)])
        rows.append(last)
        weights.append(share / share.sum() * shares[each.source])
        labels += [each.conflict] * len(last)
        sets += [sources.index(each.source)] * len(last)
    x, place = np.vstack(rows), np.array(sets)
    means = np.stack([x[place == number].mean(0) for number in range(len(sources))])
    centred = x - means[place]
    scale = centred.std(0)
    scale[scale < 1e-6] = np.inf
    scaled = np.clip(centred / scale, -CLIP, CLIP)
    found = solve(np.hstack([scaled, np.eye(len(sources))[place]]), np.array(labels), np.concatenate(weights))
    weight = found[: x.shape[1]] / scale
    own = found[x.shape[1] :] - means @ weight
    return Fitted(weight, dict(zip(sources, map(float, own), strict=True)))


def solve(x: Array, conflict: NDArray[np.bool_], weights: Array) -> Array:
    """Return the coefficients of a logistic regression with squared penalty and the signs of `SIGNS`.

    The columns after the features' own are intercepts, which are hardly shrunk.
    """
    penalty = np.full(x.shape[1], REGULARISATION)
    penalty[len(FEATURES) :] = 0.1
    signs = [SIGNS.get(name.partition(".")[0], 0) for name in FEATURES] + [0] * (x.shape[1] - len(FEATURES))
    bounds = [(0.0 if sign > 0 else None, 0.0 if sign < 0 else None) for sign in signs]
    target = np.where(conflict, 1.0, -1.0)

    def loss(at: Array) -> tuple[float, Array]:
        margin = target * (x @ at)
        slope = -weights * target / (1 + np.exp(margin))
        value = float(weights @ np.logaddexp(0, -margin) + penalty @ at**2 / 2)
        gradient: Array = slope @ x + penalty * at
        return value, gradient

    answer: Array = minimize(loss, np.zeros(x.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x
    return answer


def held_out(known: Sequence[Example], target: str, shares: dict[str, float]) -> tuple[Array, Array]:
    """Return scores after the last turn of a set's conversations, each held out with its fold, and their labels."""
    scores, labels = [], []
    for fold in sorted({each.fold for each in known if each.source == target}):
        trained = [each for each in known if each.source in shares and (each.source, each.fold) != (target, fold)]
        fitted = fit(trained, shares)
        for each in known:
            if each.source == target and each.fold == fold:
                scores.append(fitted.score(each.prefixes)[-1])
                labels.append(each.conflict)
    return np.array(scores), np.array(labels)


def slope(known: Sequence[Example]) -> float:
    """Return by what held-out scores have to be multiplied to be log-odds; strong shrinking makes them too timid."""
    parts = [held_out(known, source, SHARES) for source in SHARES]
    scores = np.concatenate([part[0] - part[0].mean() for part in parts])
    model = LogisticRegression(C=1e6).fit(scores[:, None], np.concatenate([part[1] for part in parts]))
    return float(model.coef_[0, 0])


def packed(known: Sequence[Example]) -> dict[str, Any]:
    """Return the weights as the package keeps them, the share of conflicts in the stories taken back to `PRIOR`."""
    fitted = fit([each for each in known if each.source in SHARES], SHARES)
    stories = [each.conflict for each in known if each.source == "stories"]
    share, prior, steep = sum(stories) / len(stories), log(PRIOR / (1 - PRIOR)), slope(known)
    intercept = steep * fitted.intercepts["stories"] - log(share / (1 - share))
    return {
        "base": round(prior, 6),
        "offset": round(intercept, 6),
        "weights": {
            name: round(steep * float(weight), 5)
            for name, weight in zip(FEATURES, fitted.weights, strict=True)
            if round(steep * float(weight), 5)
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, print figures, and write the weights when asked."""
    parser = argparse.ArgumentParser(prog="python -m training.derailment", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the public sets")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    asked = parser.parse_args(arguments)
    known = examples(asked.data)
    mixes = [SHARES, {"cga_wiki": 1.0}, {**SHARES, "casino": 0.5}]
    print("AUC after the last turn, held out".ljust(48), *(name.rjust(12) for name in (*SHARES, "cga_cmv", "casino")))
    for mix in mixes:
        aucs = [roc_auc_score(*held_out(known, name, mix)[::-1]) for name in (*SHARES, "cga_cmv", "casino")]
        print(" + ".join(mix).ljust(48), *(f"{auc:12.3f}" for auc in aucs))
    if asked.write:
        text = json.dumps(packed(known), indent=1)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        print(f"wrote {WEIGHTS.relative_to(ROOT)}, {len(text)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
