"""Trees of letters that grow by links, and never into a loop."""

from __future__ import annotations

from collections.abc import Iterable

from leopold.model import LinkSource


class Forest:
    """Each letter has one parent at most. Letters can also belong together without a link between them, as yet.

    `group` and `tree` are disjoint sets (Tarjan's union and find, with halved paths): what belongs together, and what
    is linked. A parent is refused where it would close a loop.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._group = {each: each for each in ids}
        self._tree = dict(self._group)
        self._above: dict[str, tuple[str, LinkSource]] = {}

    def meet(self, one: str, other: str) -> None:
        """Say that two letters belong together."""
        _join(self._group, one, other)

    def link(self, child: str, parent: str, by: LinkSource) -> bool:
        """Put `child`, a root, below `parent`; False where that would close a loop."""
        if _find(self._tree, child) == _find(self._tree, parent):
            return False
        self._above[child] = (parent, by)
        _join(self._tree, child, parent)
        _join(self._group, child, parent)
        return True

    def graft(self, child: str, parent: str, by: LinkSource) -> bool:
        """Put `child` below `parent` if it is the root of its tree; say whether it stands in that tree now."""
        if not self.is_root(child):
            return True
        return self.link(child, parent, by)

    def is_root(self, each: str) -> bool:
        """Say whether the letter has no parent."""
        return each not in self._above

    def above(self, each: str) -> tuple[str, LinkSource] | None:
        """Return the letter's parent and the source of the link."""
        return self._above.get(each)

    def group(self, each: str) -> str:
        """Return a letter that stands for all that belong together with this one; the same for each of them."""
        return _find(self._group, each)


def _find(sets: dict[str, str], each: str) -> str:
    above = sets[each]
    while above != each:
        sets[each] = each = sets[above]
        above = sets[each]
    return each


def _join(sets: dict[str, str], one: str, other: str) -> None:
    one, other = _find(sets, one), _find(sets, other)
    if one != other:
        sets[one] = other
