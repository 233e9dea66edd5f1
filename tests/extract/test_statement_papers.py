"""Statements of whole papers that were misread at first reading; every sentence is invented."""

from __future__ import annotations

from functools import partial

import pytest
from statements_told import statements as found
from statements_told import told as kinds

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import LACKING
from briefgen.lexicon import load_lexicon

AREA = Area("清河县", ("清河",), "江州市", ("柳岸镇", "云台村"))
statements, told = partial(found, area=AREA), partial(kinds, area=AREA)


def test_a_part_of_plans_that_opens_in_its_own_paragraph_tells_plans() -> None:
    done = "一、2022年工作完成情况。开工建设云水大桥。云台水厂建成供水。"
    plans = (
        "五、2023年工作打算。（一）抓项目促投资。开工建设云水二桥，引进智能家电企业。"
        "（二）惠民生。改建村级敬老院，实施云河支流治理，创建国家级园林县城。"
    )
    assert told(done) == ["milestone started", "milestone done"]
    assert told(done, plans)[2:] == ["plan planned"] * 5
    assert told(plans, done)[5:] == ["milestone started", "milestone done"]


TROUBLES = [
    (
        "四、面临的主要困难和问题。一是产业基础弱，物流成本高，企业用工难。二是审批进度慢。",
        4,
    ),
    ("然而，清河产业布局不够均衡，东西部差距较大，创新投入偏低，基层医疗力量薄弱。", 4),
    ("繁华背后也有烦恼。老街卫生设施紧缺，节假日堵车时有发生；不少摊位商品雷同。", 3),
    ("我们清醒认识到，个别单位慢作为、不担当，少数支部软弱涣散，安全形势不容乐观。", 3),
]


@pytest.mark.parametrize(("text", "count"), TROUBLES)
def test_what_falls_short_is_a_problem_where_the_paper_turns_to_it(text: str, count: int) -> None:
    assert told(text) == ["problem"] * count


NO_TROUBLES = [
    "与此同时，服务业占比提高，居民消费活跃，财政收入增长较快。",
    "但是，随着消费升级，本地农产品需求加大，订单较多。",
    "同时，新能源汽车占比较高，出口比重较大，产品竞争力增强。",
    "当然，企业能耗较低，用工成本较低，是清河的优势。",
    "不过，老茶厂规模虽小，效益不低，口碑较好。",
    "走进老街，也没有了往日的烦恼。商户生意较多。",
]


@pytest.mark.parametrize("text", NO_TROUBLES)
def test_a_turn_to_what_is_no_lack_tells_no_problem(text: str) -> None:
    assert told(text) == []


SPOKEN = [
    ("“人多了，就怕把老味道弄丢。”游客李女士说出心里话。", "游客李女士", "清河县"),
    (
        "柳岸镇镇长王一鸣回应：“镇里正在编制摊位管理办法，规范占道经营。”",
        "柳岸镇镇长王一鸣",
        "柳岸镇",
    ),
    (
        "“办证只跑了一次腿，全程有人帮。”星海半导体行政总监何敏说。",
        "星海半导体行政总监何敏",
        "星海半导体",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "scope"), SPOKEN)
def test_quoted_words_are_of_who_says_them(text: str, speaker: str, scope: str) -> None:
    assert [(f.kind, f.speaker, f.scope) for f in statements(text)] == [("quote", speaker, scope)]


REACHED = [
    ("云台陆港开出首趟中亚班列。云湖退渔还湿工程收官。", ["milestone done"] * 2),
    ("所有乡镇通达二级公路，云水机场正在加紧施工。", ["milestone done", "milestone started"]),
    ("部门权责清单向社会公布，公办学校全部取消择校费。", ["measure done", "milestone done"]),
    ("闲置仓库变身非遗展馆，对老宅“一户一策”修缮。", ["milestone done", "measure done"]),
    ("淘汰全部小水泥厂，严肃查处一批涉农腐败案件。", ["milestone done", "measure started"]),
    ("要恢复百年书院原貌，复建清代文昌阁，筹建电商孵化园。", ["plan planned"] * 3),
    (
        "清河经开区在全省考核中跻身第一方阵，跻身全国百强县。",
        ["standing", "honour awarded"],
    ),
    ("云台古茶园正在申报世界文化遗产。", ["milestone started"]),
    ("开放通道更加顺畅。", []),
]


@pytest.mark.parametrize(("text", "expected"), REACHED)
def test_each_claim_stands_where_the_print_puts_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


OWNERS = [
    ("5月，县政府与江州大学共建的新材料研究院揭牌运行。", ["新材料研究院"]),
    ("乡镇敬老院实现全覆盖。河道岸线腾退还给市民。", ["清河县"] * 2),
    ("云水老粮库片区棚改启动征收。", ["云水老粮库片区"]),
    ("9月，星海半导体总部大楼封顶。", ["星海半导体"]),
    ("与江州大学合作的风味研究中心正在组建。", ["风味研究中心"]),
    ("新建的标准厂房已经投产，当地农业负责人表示，将扩大种植。", ["清河县"] * 2),
]


@pytest.mark.parametrize(("text", "expected"), OWNERS)
def test_a_claim_is_of_what_it_names(text: str, expected: list[str]) -> None:
    assert [f.scope for f in statements(text)] == expected


def test_what_a_party_congress_is_told_is_not_all_of_the_party() -> None:
    title = "在中国共产党清河县第十次代表大会上的报告\n（2022年12月20日）"
    harbour = "五年来，云水大桥建成通车，云河污水处理厂投入使用。"
    party = "五年来，选派干部驻村帮扶。"
    themes = [f.themes for f in statements(title, harbour, party)]
    assert ["党的建设" in found for found in themes] == [False, False, True]


def test_a_theme_is_told_by_the_half_of_a_sentence_it_stands_in() -> None:
    text = "我们也看到，老旧设施欠账较多，公共服务分布不均；少数干部不作为。"
    assert ["党的建设" in f.themes for f in statements(text)] == [False, False, True]


LACKS = [
    ("我们也清醒看到，经济总量偏小，亿元以上企业不足30家，税收占比仅52%。", [True, True]),
    ("五、存在问题。一是规模偏小，高新技术企业仅12家。二是财力弱，负债率达81%。", [True, True]),
    ("然而，产业层次偏低，人才短缺，用工缺口1200人，民营企业研发投入占比不到2%。", [True, True]),
    ("同时要看到，虽然优良天数达到320天，但浓度反弹较大；反映的问题整改完成35个。", [False] * 2),
    ("还存在不少困难和问题，产业链条短。下一步，我们将新增厂房20万平方米。", [False]),
    ("全年新增企业86家，增长6.1%。同时，引进项目15个。", [False] * 3),
    ("走访中梳理出企业在用地、物流等方面存在的困难90个，目前已解决61个。", [False] * 2),
    ("面对困难和挑战，全县生产总值达到312亿元，增长6.1%。", [False] * 2),
    ("着力解决融资难等突出问题，发放贷款26亿元，惠及企业300家。", [False] * 2),
]


@pytest.mark.parametrize(("text", "lacking"), LACKS)
def test_a_figure_among_problems_is_marked_as_a_lack(text: str, lacking: list[bool]) -> None:
    source = Source(
        name="invented.txt", raw=f"清河县新闻\n\n{text}\n", sha256="0", published="2023-01"
    )
    facts = extract_facts(clean_source(source), load_lexicon(), AREA).facts
    assert [LACKING in f.flags for f in facts if not f.is_statement] == lacking


def test_what_is_to_come_is_not_of_the_year_that_a_report_is_on() -> None:
    raw = (
        "清河县2022年工作总结\n\n一、工作成效\n\n新建水厂3座。\n\n"
        "三、下一步打算\n\n新增规上企业10家。\n\n四、2023年目标\n\n新建学校5所。\n"
    )
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    facts = extract_facts(clean_source(source), load_lexicon(), AREA).facts
    assert [(f.number_text, f.period) for f in facts] == [
        ("3", "2022"),
        ("10", None),
        ("5", "2023"),
    ]


COMING = [
    ("县第三中学投用在即，居民医保实现异地直接结算。", ["plan planned", "milestone done"]),
    ("云水高铁开工在即。", ["plan planned"]),
    ("年底前开通三条夜间公交线。云水大桥建成通车。", ["plan planned", "milestone done"]),
    ("去年底前完成清淤，年底前已建成公园。", ["milestone done"] * 2),
    ("县里正着手编制设施清单，云水二期正在做桩基。", ["plan started", "milestone started"]),
    ("毕业生可拎包入住七天，入住居民可直接办理手续。", []),
]


@pytest.mark.parametrize(("text", "expected"), COMING)
def test_what_is_near_is_not_yet_there(text: str, expected: list[str]) -> None:
    assert told(text) == expected


ADMITTED = [
    ("成绩来之不易，差距不容忽视。传统产业占比过大，人才留不住。", ["problem"] * 2),
    (
        "不过，记者也听到一些声音：夜间公交班次太少，下班打车难；部分道路坑洼不平，配套跟不上。",
        ["problem"] * 4,
    ),
    ("老街游客太多，一房难求，生意忙不过来。", []),
]


@pytest.mark.parametrize(("text", "expected"), ADMITTED)
def test_what_people_miss_is_a_problem_where_it_is_admitted(text: str, expected: list[str]) -> None:
    assert told(text) == expected


ACCEPTED = [
    ("云水河治理工程顺利通过验收，二期工程通过竣工验收。", ["milestone done"] * 2),
    ("清河县通过国家卫生县城验收。", ["honour awarded"]),
    ("云山基地通过国家验收。", ["honour awarded"]),
]


@pytest.mark.parametrize(("text", "expected"), ACCEPTED)
def test_works_that_are_accepted_win_no_title(text: str, expected: list[str]) -> None:
    assert told(text) == expected


TAKEN_OVER = [
    (
        "云乡面貌刷新。柳岸镇入围国家农业强镇创建名单。推广“一户一块田”改革。",
        ["柳岸镇", "清河县"],
    ),
    ("柳岸镇聚力发展茶业。推广“一户一块田”改革，建成茶园步道。", ["柳岸镇"] * 2),
    ("杏坪乡易地搬迁安置点实现拎包入住。", ["杏坪乡"]),
    ("三聚科技的耐高温涂层打破国外垄断。", ["三聚科技"]),
    ("清河师大附属学校9月迎来首批新生。", ["清河师大附属学校"]),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_OVER)
def test_a_sentence_goes_on_with_who_acts_not_with_who_won(text: str, expected: list[str]) -> None:
    assert [f.scope for f in statements(text)] == expected


REPORT = (
    "清河县2023年政府工作报告\n\n一、2022年主要工作\n\n"
    "云水枢纽工程开工，柳岸学校建成招生，督察交办件全部办结。\n\n"
    "二、2023年工作安排\n\n"
    "一要稳增长，出台扶企若干政策，建立纾困“白名单”。二要惠民生，新开工县图书馆，有序处置隐性债务。\n"
)


def test_a_report_tells_a_year_that_is_over_and_then_its_tasks_one_by_one() -> None:
    source = Source(name="invented.txt", raw=REPORT, sha256="0", published="2023-01")
    facts = extract_facts(clean_source(source), load_lexicon(), AREA).facts
    assert [(f.kind, f.status) for f in facts] == [
        ("milestone", "started"),
        ("milestone", "done"),
        ("milestone", "done"),
        *[("plan", "planned")] * 4,
    ]


def test_tasks_of_a_year_to_come_are_plans() -> None:
    raw = REPORT.replace("一、2022年主要工作", "一、2023年主要工作")
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    facts = extract_facts(clean_source(source), load_lexicon(), AREA).facts
    assert {f.status for f in facts} == {"planned"}


COMPLAINED = [
    (
        "采访中，多位企业负责人坦言，原料价格波动大，利润空间被压缩；核心部件依赖进口，"
        "县里留不住高端人才。",
        ["problem"] * 4,
    ),
    ("王某坦言，从前价格波动大，如今订单稳定。", []),
    ("云台果业负责人坦言，客户较多，产品畅销。", []),
]


@pytest.mark.parametrize(("text", "expected"), COMPLAINED)
def test_what_several_complain_of_is_a_problem(text: str, expected: list[str]) -> None:
    assert told(text) == expected


MORE_REACHED = [
    ("工程建设项目审批实现“一窗进出”，救助标准再次提高。", ["milestone done"] * 2),
    ("清河经验在全市现场会上交流，平安建设获市级考核优秀。", ["milestone done", "honour awarded"]),
    ("关闭搬迁禁养区养殖场，产品远销东南亚。", ["measure started", "milestone done"]),
    ("检测中心取得国家级资质，云山铸造中心破土动工。", ["milestone done", "milestone started"]),
]


@pytest.mark.parametrize(("text", "expected"), MORE_REACHED)
def test_more_turns_of_reports_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_verb_before_county_is_no_countys_name() -> None:
    facts = statements("推行县领导包联企业制度，九年一贯制的云岭学校建成招生。")
    assert [f.scope for f in facts] == ["清河县", "云岭学校"]
    assert facts[1].indicator == "九年一贯制的云岭学校建成招生"


def test_a_plan_is_headed_by_what_comes() -> None:
    assert [f.indicator for f in statements("零件共享仓即将启用。")] == ["零件共享仓即将启用"]


@pytest.mark.parametrize("work", ["主要工作", "重点工作"])
def test_figures_and_deeds_of_the_year_before_are_reached(work: str) -> None:
    raw = (
        f"清河县2023年政府工作报告\n\n一、2022年{work}\n\n新建水厂3座。云水大桥建成。\n\n"
        f"二、2023年{work}\n\n新建学校5所。建成云水二桥。\n"
    )
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    facts = extract_facts(clean_source(source), load_lexicon(), AREA).facts
    assert [f.kind for f in facts] == ["count", "milestone", "target", "plan"]


CHANGED = [
    ("旧车间改造成了记忆馆，村里办起了老年食堂。", ["milestone done"] * 2),
    ("云河重现江豚身影，荒山变成油茶园，县博物馆正式对外开放。", ["milestone done"] * 3),
    ("柳岸做法写入全国典型案例选编，将闲置农房统一租赁。", ["honour awarded", "measure done"]),
    ("云台村的探索得到了省农业厅的肯定。", ["honour awarded"]),
    ("荒山正加快变成油茶园。", ["plan started"]),
    ("希望荒山早日变成果园。", []),
    ("不能让考核变成数字游戏。", []),
]


@pytest.mark.parametrize(("text", "expected"), CHANGED)
def test_what_has_become_of_a_thing_is_done(text: str, expected: list[str]) -> None:
    assert told(text) == expected


WORRIED = [
    ("不过，镇长也有烦心事：旺季停车难，淡季没人气，管护资金缺口不小。", ["problem"] * 3),
    ("也应清醒看到，清河仍属欠发达地区，城镇化进程滞后。", ["problem"] * 2),
    ("如今，再没有烦心事，停车方便，店里人气旺。", []),
]


@pytest.mark.parametrize(("text", "expected"), WORRIED)
def test_what_worries_is_a_problem(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_who_smiles_is_named_without_what_she_was() -> None:
    text = "“在家门口上班，月月有工资。”曾是矿嫂的杨桂英笑得合不拢嘴。"
    assert [(f.kind, f.speaker) for f in statements(text)] == [("quote", "杨桂英")]


def test_an_act_behind_what_was_opened_is_the_areas() -> None:
    text = "土司城遗址列入世界遗产名录，县非遗馆对公众开放。实施古村保护条例。"
    assert statements(text)[-1].scope == "清河县"
    assert [f.scope for f in statements("县城至各乡村通上班车。云水高铁柳岸段铺架过半。")] == [
        "清河县",
        "云水高铁柳岸段",
    ]


def test_a_heading_of_what_was_reached_makes_no_plans() -> None:
    raw = (
        "清河县新貌\n\n强链补链，产业实力再上台阶\n\n"
        "云水基地首车下线，动力电池项目落户。县里推行机关停车位错时共享。\n\n"
        "综合实力上台阶\n\n现代产业体系更加完善。\n"
    )
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    facts = extract_facts(clean_source(source), load_lexicon(), AREA).facts
    assert [f.status for f in facts] == ["done", "done", "started", "planned"]


FIRMS = [
    ("亿联通信在北交所挂牌，新港食品主导制定行业标准。", ["亿联通信", "新港食品"]),
    ("云山老街焕新开街。", ["云山老街"]),
    ("清河地处两江交汇处，坐拥经开区等开放平台，是江州市制造业基地。", ["清河县"] * 2),
]


@pytest.mark.parametrize(("text", "expected"), FIRMS)
def test_each_firm_has_its_own(text: str, expected: list[str]) -> None:
    assert [f.scope for f in statements(text)] == expected


def test_an_area_without_other_names_is_known_by_its_bare_one() -> None:
    bare = Area("澄江县", (), "江州市")
    facts = found("澄江获批建设国家级车联网先导区，澄江入选全国试点。", area=bare)
    assert [f.scope for f in facts] == ["澄江县"] * 2


def test_more_is_done_for_firms_and_people() -> None:
    assert told("小区里新开了食堂，度假区正式授牌，为小微企业减租降费。") == [
        "milestone done",
        "milestone done",
        "measure started",
    ]
    assert told("也要清醒认识到，干部作风与新要求不相适应。") == ["problem"]
