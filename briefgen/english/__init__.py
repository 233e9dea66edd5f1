"""English from the same facts: numbers, times, names and clauses, each no stronger than the source.

Input: facts, Chinese clauses, a lexicon of words. Output: English text, with what stayed Chinese
named. It machine-translates nothing: a clause that its words and rules do not cover stays Chinese.
"""
