"""Cleaning: a source's raw text made readable, with the way back to every raw character.

Input: a `Source`. Output: a `Document`. It does not look for facts.
"""

from briefgen.clean.page import clean_source

__all__ = ["clean_source"]
