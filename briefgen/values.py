"""`value_class`: what makes a class a value, which is compared by its fields and never changed.

Input: a class with annotated fields. Output: a slotted dataclass. To mypy it is `dataclass` itself,
so that `@value_class(frozen=True, slots=True)` lets nobody set a field; a run does not check it
again. A big text makes millions of values, and a field that `dataclass` freezes takes nine times as
long to fill: a seventh of the time of reading a statistical bulletin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value_class
else:
    from dataclasses import dataclass

    def value_class(*, frozen: bool, slots: bool):
        """Return the decorator for values: equal and hashed by their fields, frozen or not."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["value_class"]
