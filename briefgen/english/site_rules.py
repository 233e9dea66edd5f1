"""Rules for what stands on a site: buildings in the first-phase area, counted or not.

Input: phrases. Output: noun phrases. What a list counts together is in one place together.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import Phrase, Sort, noun
from briefgen.english.register import rule

_COUNTED = re.compile(r"\d[\d,.]* ")
_SITE = re.compile(r"\b(?:area|park|zone|quarter|district|base)\b")


@rule(("N", "N"), cost=0.3)
def _on_site(one: Phrase, other: Phrase) -> Phrase | None:
    """首开区标准厂房和孵化楼: both in the first-phase area, whether counted or not."""
    if _IN_AREA.search(other.text) and not one.items and _SITE.search(one.text):  # 园区首开区厂房
        return replace(other, text=f"{other.text} of the {one.singular.removeprefix('the ')}")
    site = one.sort in (Sort.SINGLE, Sort.NAME) and not one.items and _SITE.search(one.text)
    counted = other.closed and _COUNTED.match(other.text)
    built = bool(other.items) and all(_BUILT.search(item.text) for item in other.items)
    if not site or not (counted or built):
        return None
    text = f"{noun(other)} in {noun(one)}"
    return Phrase("N", text, sort=Sort.MANY, closed=bool(counted))


_IN_AREA = re.compile(r" in the [\w-]+ area$")
_BUILT = re.compile(r"\b(?:buildings|plants|workshops|factories|homes|units|houses)$")
