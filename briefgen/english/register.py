"""The register of grammar rules: which two phrases make a third, and what that costs.

Input: rules by decorator. Output: `RULES`. It holds no rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from briefgen.english.phrase import Phrase

Rule = Callable[[Phrase, Phrase], Phrase | None]
RULES: dict[tuple[str, str], list[tuple[Rule, float]]] = {}


def rule(*pairs: tuple[str, str], cost: float = 0.1) -> Callable[[Rule], Rule]:
    """Return a decorator that enters a rule for neighbouring phrases of these two sorts."""

    def enter(made: Rule) -> Rule:
        for pair in pairs:
            RULES.setdefault(pair, []).append((made, cost))
        return made

    return enter
