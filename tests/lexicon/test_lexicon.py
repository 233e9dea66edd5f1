"""The packaged lexicon, a project's additions to it, and what a broken file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.config import ThemeSettings
from briefgen.errors import ConfigError
from briefgen.lexicon import Nature, load_lexicon

_THEMES = [
    "生态人文",
    "科技创新",
    "民营经济",
    "城乡融合",
    "综合实力",
    "民生福祉",
    "党的建设",
    "开放合作",
]


def test_the_packaged_lexicon_is_rich_and_speaks_english() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.indicators) >= 150
    assert len(lexicon.units) >= 100
    assert all(i.english and i.themes and i.unit for i in lexicon.indicators)
    assert [t.name for t in lexicon.themes] == _THEMES
    assert all(t.english and t.topics and t.keywords for t in lexicon.themes)


def test_every_indicator_belongs_to_a_known_theme_and_a_known_unit() -> None:
    lexicon = load_lexicon()
    for indicator in lexicon.indicators:
        assert set(indicator.themes) <= set(_THEMES), indicator.name
        bare = indicator.unit.lstrip("万亿")
        assert bare in lexicon.units or indicator.unit == "比", indicator.name


def test_every_indicator_says_unit_theme_nature_and_english() -> None:
    lexicon = load_lexicon()
    bare = [i.name for i in lexicon.indicators if not (i.unit and i.themes and i.english)]
    assert bare == []
    assert {i.nature for i in lexicon.indicators} == set(Nature)
    assert {i.good for i in lexicon.indicators} == {"up", "down", ""}
    assert sum(i.good == "" for i in lexicon.indicators) <= len(lexicon.indicators) // 8


def test_no_name_or_alias_is_declared_twice() -> None:
    seen: dict[str, str] = {}
    for indicator in load_lexicon().indicators:
        for name in (indicator.name, *indicator.aliases):
            assert name not in seen, f"{name}: {seen.get(name)} and {indicator.name}"
            seen[name] = indicator.name


def test_an_alias_names_the_same_indicator() -> None:
    lexicon = load_lexicon()
    told = lexicon.indicator("全社会研发投入占地区生产总值比重")
    assert told is not None
    assert told is lexicon.indicator("全社会研发经费投入强度")
    assert (told.unit, told.nature, told.good) == ("%", Nature.RATE, "up")
    assert lexicon.same_measure("GDP", "地区生产总值")
    assert not lexicon.same_measure("市场主体", "新增市场主体")
    assert lexicon.indicator("清河指数") is None


def test_quotation_marks_make_no_other_indicator() -> None:
    lexicon = load_lexicon()
    assert lexicon.indicator("“四好农村路”") is lexicon.indicator("四好农村路")


def test_people_are_recorded_as_one_unit() -> None:
    lexicon = load_lexicon()
    assert [lexicon.units[u].same for u in ("名", "位", "人", "平方千米")] == [
        "人",
        "人",
        "人",
        "平方公里",
    ]
    assert lexicon.units["家"].noun == "企业"


def test_a_project_adds_keywords_and_themes_of_its_own() -> None:
    settings = (
        ThemeSettings(name="生态人文", keywords=("清河湖",)),
        ThemeSettings(name="航空小镇", keywords=("通用航空",)),
    )
    lexicon = load_lexicon(themes=settings)
    assert [t.name for t in lexicon.themes] == [*_THEMES, "航空小镇"]
    assert "清河湖" in [k.text for k in lexicon.themes[0].keywords]


def test_a_project_adds_units_and_indicators(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text('[count]\n"羽翼" = "飞机"\n', encoding="utf-8")
    row = '[[indicator]]\nname = "通航飞行小时"\nunit = "小时"\nthemes = ["综合实力"]\n'
    (tmp_path / "indicators.toml").write_text(row, encoding="utf-8")
    lexicon = load_lexicon(tmp_path)
    assert lexicon.units["羽翼"].noun == "飞机"
    assert lexicon.indicator("通航飞行小时") is not None
    assert lexicon.units["家"].noun == "企业"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("indicators.toml", '[[indicator]]\nunit = "元"\n', "indicator[1].name = None"),
        ("indicators.toml", '[[indicator]]\nname = "甲"\nnature = "x"\n', "nature = 'x'"),
        ("indicators.toml", '[[indicator]]\nname = "甲"\ngood = "yes"\n', "good = 'yes'"),
        ("indicators.toml", '[[indicator]]\nname = "甲"\nprice = "1"\n', "price = '1'"),
        ("indicators.toml", '[[indicator]]\nname = "甲"\naliases = "乙"\n', "aliases = '乙'"),
        ("units.toml", "[count]\n家 = \n", "no valid TOML"),
        ("units.toml", '[count]\n"家" = 3\n', "count.家 = 3"),
        ("units.toml", 'count = "家"\n', "count = '家'"),
        ("themes.toml", '[[theme]]\nname = "甲"\nkeywords = [1]\n', "keywords = [1]"),
        ("verbs.toml", 'rises = ["增长"]\n', "unknown key rises"),
    ],
)
def test_a_broken_lexicon_names_file_key_and_value(
    tmp_path: Path, name: str, content: str, told: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_lexicon(tmp_path)
    assert told in str(caught.value)
    assert name in str(caught.value)
    assert caught.value.hint


def test_a_missing_lexicon_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not exist"):
        load_lexicon(tmp_path / "none")


def test_a_project_adds_an_alias_a_keyword_and_a_topic(tmp_path: Path) -> None:
    (tmp_path / "indicators.toml").write_text(
        '[[indicator]]\nname = "通航起降架次"\naliases = ["起降架次"]\nunit = "万架次"\n',
        encoding="utf-8",
    )
    (tmp_path / "themes.toml").write_text(
        '[[theme]]\nname = "民生福祉"\nkeywords = ["清河助餐"]\n'
        '[[theme.topic]]\nname = "助餐"\nkeywords = ["助餐点"]\n'
        '[[theme]]\nname = "航空小镇"\nkeywords = ["通用航空"]\n',
        encoding="utf-8",
    )
    lexicon = load_lexicon(tmp_path)
    assert lexicon.indicator("起降架次") is lexicon.indicator("通航起降架次")
    welfare = next(t for t in lexicon.themes if t.name == "民生福祉")
    assert "清河助餐" in [k.text for k in welfare.keywords]
    assert "助餐" in [t.name for t in welfare.topics]
    assert [t.name for t in lexicon.themes] == [*_THEMES, "航空小镇"]


def test_a_project_replaces_an_indicator_under_its_own_name(tmp_path: Path) -> None:
    row = '[[indicator]]\nname = "森林覆盖率"\naliases = ["林木覆盖率"]\nunit = "%"\n'
    (tmp_path / "indicators.toml").write_text(row, encoding="utf-8")
    lexicon = load_lexicon(tmp_path)
    told = lexicon.indicator("林木覆盖率")
    assert told is not None
    assert told is lexicon.indicator("森林覆盖率")


_FIRST = '[[indicator]]\nname = "甲"\nunit = "元"\n'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f'{_FIRST}[[indicator]]\nname = "甲"\n', "indicator[2].name = '甲'"),
        (f'{_FIRST}[[indicator]]\nname = "乙"\naliases = ["甲"]\n', "indicator[2].aliases = '甲'"),
        ('[[indicator]]\nname = "乙"\naliases = ["GDP"]\n', "indicator[1].aliases = 'GDP'"),
        ('[[indicator]]\nname = "“GDP”"\n', "indicator[1].name = '“GDP”'"),
        ('[[indicator]]\nname = "乙"\nunit = "亿斛"\n', "indicator[1].unit = '亿斛'"),
    ],
)
def test_a_double_alias_and_an_unknown_unit_are_told(
    tmp_path: Path, content: str, told: str
) -> None:
    (tmp_path / "indicators.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_lexicon(tmp_path)
    assert told in str(caught.value)
    assert "indicators.toml" in str(caught.value)
    assert caught.value.hint


def test_a_unit_recorded_as_an_unknown_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text('[count]\n"羽翼" = { same = "羽" }\n', encoding="utf-8")
    assert load_lexicon(tmp_path).units["羽翼"].same == "羽"
    (tmp_path / "units.toml").write_text('[count]\n"羽翼" = { same = "翅" }\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"count\.羽翼\.same = '翅'"):
        load_lexicon(tmp_path)
