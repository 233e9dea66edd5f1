"""What a paper's place says of its clauses: aims, problems, tasks; all sentences are invented."""

from __future__ import annotations

import pytest
from statements_told import quotes, scopes, statements, told

AHEAD = [
    # the question opens the aims, to the paragraph's end
    (
        "2024年怎么干？区委全会定了调子：实施“港区提升行动”，着手建设联运中心；开工清河大剧院。",
        ["plan planned"] * 3,
    ),
    (
        "面向“十五五”，清河亮出了清单：年内签约流域共治协议；修订古镇业态负面清单。",
        ["plan planned"] * 2,
    ),
    # a list that nobody says lies ahead is of what was done
    (
        "区里开出责任清单：建成清河大剧院；修订古镇业态负面清单。",
        ["milestone done", "measure done"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), AHEAD)
def test_a_paragraph_that_asks_what_is_to_come_tells_plans(words: str, expected: list[str]) -> None:
    assert told(words) == expected


def test_aims_below_a_question_are_none_of_them_reached() -> None:
    aims = "——实力更强。轴承产业集群初具规模，云台电站全面建成，龙潭峡创成国家5A级旅游景区。"
    assert set(told("今后五年怎么干？报告勾勒了蓝图：", aims)) == {"plan planned"}
    assert "honour awarded" in told(aims)


MAXIMS = [
    "产业要成林，还得靠链。9月，云海药业原料基地正式签约；智算中心一期点亮。",
    "钱要往民生上使。9月，云海药业原料基地正式签约；智算中心一期点亮。",
]


@pytest.mark.parametrize("words", MAXIMS)
def test_what_must_be_makes_no_plan_of_what_was_done(words: str) -> None:
    assert told(words) == ["milestone signed", "milestone done"]


def test_a_man_hard_to_find_is_no_plan() -> None:
    words = "也有企业主掏心窝子：用地指标卡得紧，熟练技工一将难求，物流成本居高不下。"
    assert not any(fact.startswith("plan") for fact in told(words))


SHORT = [
    # nobody calls them problems; what leads to them is none
    (
        "阳光也有照不到的角落。清河的企业普遍偏小，领军企业屈指可数；新楼宇空置多，同质化竞争抬头。",
        ["清河的企业普遍偏小", "领军企业屈指可数", "新楼宇空置多", "同质化竞争抬头"],
    ),
    (
        "行程未半，挑战犹存。清河家底还不厚，产业链断点不少；山区地质灾害隐患点多面广。",
        ["清河家底还不厚", "产业链断点不少", "山区地质灾害隐患点多面广"],
    ),
    # one clause alone is no place where problems are told
    ("清河的老街还不厚重，可游客很多，店铺开了一家又一家。", []),
]


@pytest.mark.parametrize(("words", "expected"), SHORT)
def test_clauses_that_fall_short_together_are_problems(words: str, expected: list[str]) -> None:
    problems = [f.quote for f in statements(words) if f.kind == "problem"]
    assert problems == expected


def test_what_amends_a_lack_is_no_problem() -> None:
    words = "下阶段，建议有序实施乡村振兴战略，加快补齐民生领域短板。"
    assert "problem" not in told(words)


TASKS = [
    ("二、2023年重点工作\n\n开建城南客运枢纽，对矿山复绿挂图作战。", 2),
    # a lack, a figure's aim and what only says what something is are no tasks
    ("二、2023年重点工作\n\n居民收入增长7%左右，这就是全区工作的重点。", 0),
]


@pytest.mark.parametrize(("words", "count"), TASKS)
def test_a_task_needs_no_listed_verb(words: str, count: int) -> None:
    assert told(*words.split("\n\n")) == ["plan planned"] * count


WON = [
    ("清河摘下省级生态园林城区称号。", "honour awarded"),
    ("北滩湿地正式挂上了国家重要湿地的牌子。", "honour awarded"),
    ("清河黄牛拿到国家地理标志认证。", "honour awarded"),
    ("清河还将“四好农村路”全国示范县收入囊中。", "honour awarded"),
    # halfway to a title, or only planned for
    ("国家森林城市创建顺利通过中期评估。", "milestone done"),
    ("清沛铁路纳入国家中长期铁路网规划。", "milestone done"),
    ("清河关掉了江边三家砂石码头。", "measure done"),
    ("社会治安满意度位列全市前茅。", "standing"),
    ("轨道交通4号线西延段盾构始发。", "milestone started"),
]


@pytest.mark.parametrize(("words", "expected"), WON)
def test_titles_and_works_in_other_words(words: str, expected: str) -> None:
    assert told(words) == [expected]


WINNERS = [
    (("清河实验中学新校区竣工，荣获全国双拥模范城“三连冠”。",), "清河区"),
    (("龙吟峡2019年跻身国家4A级旅游景区。",), "龙吟峡"),
    (("金沅轴承上榜工信部智能制造试点示范项目。",), "金沅轴承"),
    (("“清岩毛尖”获得国家地理标志产品保护。",), "“清岩毛尖”"),
    (("鸿达铝业、青禾食品相继投产达效。",), "鸿达铝业、青禾食品"),
]


@pytest.mark.parametrize(("words", "whose"), WINNERS)
def test_what_is_won_or_done_is_of_who_won_or_did_it(words: tuple[str, ...], whose: str) -> None:
    assert scopes(*words)[-1] == whose


def test_who_makes_no_secret_of_it_speaks() -> None:
    said = "十八湾村支书覃某说得直白：“从前姑娘往外嫁，现在小伙往回跑。”"
    assert (told(said), quotes(said)) == (["quote"], ["从前姑娘往外嫁，现在小伙往回跑。"])
    assert scopes("季某并不讳言：“我们欠乡村的账，得一笔一笔还。”") == ["清河区"]


@pytest.mark.parametrize(
    "words",
    [
        "腾出的厂房留给了谁？",
        "低空经济破土而生。",
        "行程过半，清河人没有松劲。",
        "新游戏上线三天冲上下载榜前十。",
    ],
)
def test_what_is_asked_or_only_said_so_is_no_milestone(words: str) -> None:
    assert told(words) == []


# what was so once, or what is told behind a lack, is none
PAST_LACKS = [
    "云桥小区管网老化，停车难，居民意见不小。如今，小区道路焕然一新，老人们在广场上跳起了舞。",
    "过去，这里道路坑洼不平，环境脏乱，产业薄弱。云台村从改路入手，村民一起动手。",
]


@pytest.mark.parametrize("words", PAST_LACKS)
def test_what_changed_is_no_problem(words: str) -> None:
    told_of = "".join(f.quote for f in statements(words) if f.kind == "problem")
    assert not any(word in told_of for word in ("焕然", "跳起", "坑洼", "动手"))


GOES_ON = [
    "明年，清河大桥将通车。桥头的老街游客如织，文创小店一家挨着一家，景区门口排起长队。",
    "企业要发展，人才是关键。清河产业园里，博士工作站的灯常常亮到深夜，研发团队十年磨一剑。",
]


@pytest.mark.parametrize("words", GOES_ON)
def test_what_a_page_goes_on_with_behind_a_plan_is_none(words: str) -> None:
    assert told(words) == ["plan planned"]


@pytest.mark.parametrize(
    "words",
    [
        "搬进新家的李奶奶笑得合不拢嘴。",
        "画上句号之前，他还想再试一次。",
        "他的梦想是拿下省级冠军。",
    ],
)
def test_words_that_only_sound_like_it_claim_nothing(words: str) -> None:
    assert told(words) == []


def test_what_is_planned_to_be_ended_is_no_end() -> None:
    assert told("当地计划把老街改造项目画上句号。") == ["plan planned"]


SAYS_SO = [
    # 把 puts first what is planned: the clauses behind it are planned too
    ("清河将把扩大消费摆在优先位置，加快清江流域综合治理。", ["plan planned"] * 2),
    # while the year runs, what is to be within it has not come about
    ("年内挂牌设立新的柳岸街道。", ["plan planned"], "2022-08"),
    ("年内已挂牌设立新的柳岸街道。", ["milestone done"], "2022-08"),
    # what did not come about is a problem
    ("第二水厂未能如期开工。", ["problem"]),
    ("云台镇的冷链仓建成两年，至今仍闲着大半。", ["problem"]),
    ("研发投入强度长期低于全省平均。", ["problem"]),
    # a harvest is no honour
    ("粮食生产再获丰收。", ["milestone done"]),
    # it has come about, as the word before the verb says
    ("中小学“大班额”基本化解。", ["milestone done"]),
    ("五个经济薄弱村全部“摘帽”。", ["milestone done"]),
    ("废弃的砂石码头改造成滨江绿道。", ["milestone done"]),
    # and none of these has
    ("中小学“大班额”尚未基本化解。", []),
    ("碳排放强度低于全省平均。", []),
    ("企业不再为用工没着落发愁。", []),
]


@pytest.mark.parametrize("row", SAYS_SO)
def test_how_far_a_thing_has_come_is_told_by_its_words(
    row: tuple[str, list[str]] | tuple[str, list[str], str],
) -> None:
    words, expected, *published = row
    assert told(words, published=(published or ["2023-01"])[0]) == expected


_ROADS = "——着力扩大投资。建成东浦至松口高速公路，设立中小企业发展基金。"


def test_a_part_on_how_it_will_be_done_tells_plans_up_to_the_next_part() -> None:
    paragraphs = ("【2024，我们这样干】", _ROADS, "【代表委员说】", "清河大剧院建成投用。")
    told_there = told(*paragraphs, published="2024-01")
    assert told_there[-3:] == ["plan planned", "plan planned", "milestone done"]
    over = told(*paragraphs, published="2025-01")  # of a year that is over
    assert over[-3:] == ["milestone done", "measure done", "milestone done"]


REAL_TURNS = [
    # what is estimated of figures says nothing of an honour behind them
    (
        "预计，2020年生产总值达到1200亿元左右，入选“2020最具幸福感城市”。",
        ["honour awarded"],
    ),
    # what one would like to be, what is suggested, and what is only said
    ("提升首位度、打造增长极、争当排头兵。", []),
    ("同时希望民营企业家聚焦实业、做精主业，努力把企业做强做优。", []),
    ("座谈会上，对民营经济发展提出意见建议。", []),
    # a problem that is amended, and one that nobody calls so
    ("强力整治作风方面存在的突出问题。", ["measure started"]),
    ("管理水平还不能适应新形势要求。", ["problem"]),
    # under way, begun, and done
    ("推进城乡互联互通。", ["plan started"]),
    ("云水老粮库片区棚改启动征收。", ["milestone started"]),
    ("云水老粮库片区陆续征收。", ["milestone done"]),
    # a demand that is met is nobody's call: what comes behind it is done
    ("该区严格落实“四个不摘”要求，健全防止返贫动态监测机制。", ["measure started"] * 2),
    ("区长张某要求，健全防止返贫动态监测机制。", ["plan planned"]),
    # who was sent for what, and what was set up
    ("选派120名机关干部担任“驻企服务员”。", ["measure done"]),
    ("设立规模2亿元的转贷应急资金。", ["measure done"]),
    ("改造120名职工宿舍。", []),
    # what others are helped to become is no honour, what was created is
    ("支持华远、平安电工等重点企业创建省级智能制造试点示范。", ["measure started"]),
    ("顺利创建“清三河”达标县。", ["honour awarded"]),
    # what heads a point is told by what stands under it
    ("——稳住了经济基本盘。清河大剧院建成投用，人才集团成立。", ["milestone done"] * 2),
    # out of poverty, registered, and short of money
    ("石门村整村脱贫。", ["milestone done"]),
    # a figure is no standing beside itself
    ("家禽出栏增长5.8%，高于全市平均1.9个百分点。", []),
    ("“云河香米”成功注册国家地理标志证明商标。", ["milestone done"]),
    ("一些中小企业生产经营困难。", ["problem"]),
    ("一季度经济运行实现“开门红”。", []),
]


@pytest.mark.parametrize(("words", "expected"), REAL_TURNS)
def test_turns_of_reports_are_told_as_what_they_are(words: str, expected: list[str]) -> None:
    assert told(words) == expected


def test_what_is_suggested_behind_a_quote_is_no_deed() -> None:
    words = "“县域是短板，也是潜力所在。”省政协委员吕静建议，健全省内对口帮扶机制。"
    assert not any(fact.startswith("measure") for fact in told(words))


def test_a_firm_from_abroad_that_comes_is_the_area_s_news() -> None:
    assert scopes("新加坡甲国际等世界500强企业入驻，华远等多个项目落地建设。") == ["清河区"] * 2


def test_no_village_is_named_by_a_year() -> None:
    words = "冬日的柳岸镇双塘村草莓正红。“去年村集体收入翻了番。”村支书说。去年，该村获评示范村。"
    assert "柳岸镇双塘村" in scopes(words)
    assert "去年村" not in scopes(words)
