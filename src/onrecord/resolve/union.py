"""Sets of ids that are joined step by step."""

from collections.abc import Iterable


class Union:
    """Sets of ids that are one, each led by its smallest."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Start with every id alone."""
        self._parent = {one: one for one in ids}

    def __contains__(self, one: object) -> bool:
        """Whether an id takes part."""
        return one in self._parent

    def join(self, ids: Iterable[str]) -> None:
        """Make several ids one."""
        roots = sorted({self.root(one) for one in ids})
        for root in roots[1:]:
            self._parent[root] = roots[0]

    def root(self, one: str) -> str:
        """Return the smallest id that an id is joined to, shortening the way there."""
        parent = self._parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def as_map(self) -> dict[str, str]:
        """Return the leading id of every id."""
        return {one: self.root(one) for one in self._parent}
