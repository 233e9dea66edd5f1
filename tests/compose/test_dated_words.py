"""A phrase says the time of what is of another time than its first figure."""

from __future__ import annotations

from briefgen.clean import clean_source
from briefgen.compose.dated_words import is_of_another_time
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.lexicon import load_lexicon


def test_a_rate_of_another_part_of_the_year_says_its_own_time() -> None:
    text = "9月，全区规上工业增加值同比增长5.1%，环比下降0.7%；1—9月累计增长6.4%。"
    source = Source("case.txt", text, "", published="2022-11-04")
    area = Area("清河区", ("清河",), "江州市", ())
    facts = extract_facts(clean_source(source), load_lexicon(), area).facts
    assert [is_of_another_time(fact, facts) for fact in facts] == [False, False, True]
