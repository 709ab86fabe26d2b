"""What makes a Russian request polite or rude, as Russian readers say: rules of ours, written before any scoring.

Also the strategies that come with TyDiP: words of each in English, and the Russian words found for them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from benchmarks.notice.data import Numbers, text_of
from benchmarks.notice.features import english_words, russian_words
from benchmarks.notice.protocol import need

_POLITE: Final = (
    (2.0, r"спасиб|благодар|признател"),
    (1.5, r"пожалуйста|пожалуста|плиз|будьте добры|будьте любезны"),
    (1.5, r"извин|простите|прости\b|прошу прощения|сожале"),
    (1.0, r"здравствуй|добр(?:ый|ого) (?:день|дня|вечер|утро|времени)|приветству|\bпривет\b|\bколлег"),
    (1.0, r"не могли бы|могли бы|не мог бы|не смогли бы|не смогл|подскаж|не подскаж|не затрудн|не трудно"),
    (0.7, r"можно ли|хотел(?:а|ось)? бы|хочу спросить|хочу попросить|просьба|прошу|помогите|поможете|помочь|посовет"),
    (0.7, r"буду рад|был(?:а|и)? бы рад|с уважением|если можно|если возможно|если вас|если вам|не против|возражаете"),
    (0.5, r"возможно|может быть|кажется|наверное|вероятно|по-моему|мне думается|думаю|полагаю|предлагаю|давайте"),
    (0.5, r"отличн|замечательн|прекрасн|интересн|хорошая стать|хорошую стать|удач|рад\b|рада\b|успех"),
    (0.5, r"как вы думаете|как вы считаете|как думаете|что вы думаете|ваше мнение|что скажете"),
    (0.7, r"[:;=]-?\)|(?<!\()\)\)|☺|😊"),
)
_RUDE: Final = (
    (1.2, r"зачем|на каком основании|с какой стати|какого (?:чёрта|черта|хрена)|с чего (?:вы|ты)|кто вам|кто дал"),
    (0.5, r"почему|отчего|на основании чего|по какому праву"),
    (1.0, r"\bты\b|\bтебе\b|\bтебя\b|\bтобой\b|\bтво[йяеиё]"),
    (1.2, r"вандал|войн\w* правок|хватит|прекрат|перестан|не смей|сколько можно|довольно\b|опять|снова"),
    (
        1.2,
        r"ерунд|бред|чуш|глуп|абсурд|смешно|смеет|лож[ьи]|врать|врёте|врете|врань|нелеп|хам|дурак|идиот|тролл|провокац",
    ),
    (0.7, r"вообще|разве|неужели|что ли\b|вы что\b|\bну и\b|или что\b|а вы\b|может хватит|случайно"),
    (
        0.8,
        r"не (?:видите|видели|понимаете|поняли|знаете|читали|читаете|умеете|удосужились|потрудились|думали|заметили)",
    ),
    (0.7, r"\?\?|\?!|!\?|!!"),
    (0.5, r"заблокир|блокиров|нарушаете|наруша|удалили|удаляете|отменили|отменяете|откатили|откатываете|стёрли|стерли"),
    (
        0.4,
        r"докажите|где (?:источник|доказательств|аи\b)|покажите|объясните|ответьте|вы серьёзно|вы серьезно|бессмыслен",
    ),
)
_CAPITAL_YOU: Final = re.compile(r"(?<=[а-яё,] )(?:Вы|Вас|Вам|Вами|Ваш\w*)\b")
CAPITAL_YOU: Final = 0.5
"""What `Вы` with a capital within a sentence is worth, once."""


def rules(texts: Sequence[str]) -> Numbers:
    """Return how polite our rules find each text, texts × 1; each rule counts once a text."""
    return np.array([[_judged(text)] for text in texts])


def _judged(text: str) -> float:
    small = text.lower()
    polite = sum(weight for weight, pattern in _POLITE if re.search(pattern, small))
    rude = sum(weight for weight, pattern in _RUDE if re.search(pattern, small))
    return polite - rude + (CAPITAL_YOU if _CAPITAL_YOU.search(text) else 0)


class Strategy(NamedTuple):
    """Words of one strategy in both languages; `first` when only the first word of a text counts."""

    english: frozenset[str]
    russian: frozenset[str]
    first: bool


def strategies(data: Path) -> list[Strategy]:
    """Return the strategies of TyDiP, with Russian words that were found at least twice."""
    (path,) = need(data, ["tydip/ru_strategies.csv"])
    found: list[tuple[str, set[str], set[str]]] = []
    for word, russian, *_ in csv.reader(text_of(path).splitlines()[1:]):
        if word.startswith("Strategy - "):
            found.append((word, set(), set()))
        elif word:
            found[-1][1].add(word.lower())
            found[-1][2].update(own for own, count in re.findall(r"'([а-яё]+)', (\d+)", russian) if int(count) > 1)
    return [Strategy(frozenset(e), frozenset(r), name.lower().endswith("start")) for name, e, r in found]


def used(texts: Sequence[str], known: Sequence[Strategy], russian: bool) -> Numbers:
    """Return how often each text uses each strategy, as log(1 + n), texts × strategies."""
    counts = []
    for text in texts:
        words = russian_words(text) if russian else english_words(text)
        counts.append(
            [
                sum(word in (own.russian if russian else own.english) for word in (words[:1] if own.first else words))
                for own in known
            ]
        )
    return np.log1p(np.array(counts, dtype=np.float64))
