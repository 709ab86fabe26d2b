"""What can be wrong with input or with a command, and how Leopold says it in English and Russian, with the mend.

A fault travels and is stored as its kind and values; it becomes a sentence where a person reads it, in the language
of that person. The sentences stand in `leopold.fault_sentences`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, Union

from leopold.fault_sentences import SENTENCES
from leopold.languages import Language

Value: TypeAlias = Union[str, int, "Fault"]


@dataclass(frozen=True, slots=True, init=False)
class Fault:
    """One thing that is wrong: its kind, and what the sentence about it names. A value may be a fault in its turn."""

    kind: str
    values: Mapping[str, Value]

    def __init__(self, kind: str, /, **values: Value) -> None:
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "values", values)

    def said(self, language: Language) -> str:
        """Return the sentence, without its full stop; a kind without words is said as it is."""
        if self.kind not in SENTENCES:
            return self.kind
        english, russian = SENTENCES[self.kind]
        values = {name: value.said(language) if isinstance(value, Fault) else value for name, value in self._values()}
        return (russian if language == "ru" else english).format_map(values)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values, from which `of` makes it again."""
        values = {name: value.plain() if isinstance(value, Fault) else value for name, value in self._values()}
        return {"kind": self.kind, "values": values}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Fault:
        """Return the fault of which `plain` was made."""
        values = {name: cls.of(value) if isinstance(value, dict) else value for name, value in plain["values"].items()}
        return cls(plain["kind"], **values)

    def renamed(self, old: str, new: str) -> Fault:
        """Return it with `new` for `old` wherever a value begins with that: a file under the name people know."""

        def renamed(value: Value) -> Value:
            if isinstance(value, Fault):
                return value.renamed(old, new)
            return new + value.removeprefix(old) if isinstance(value, str) and value.startswith(old) else value

        return Fault(self.kind, **{name: renamed(value) for name, value in self._values()})

    def _values(self) -> list[tuple[str, Value]]:
        return list(self.values.items())
