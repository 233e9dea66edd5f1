"""What briefs of unseen places got wrong, traced to its fact; all sentences are invented."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import Fact, Kind
from briefgen.lexicon import Lexicon, load_lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def facts_of(text: str, published: str) -> tuple[Fact, ...]:
    """Return the facts of an article of 清河区 in 江州市."""
    source = Source("case.txt", text, "", published=published)
    return extract_facts(
        clean_source(source), _lexicon(), Area("清河区", ("清河",), "江州市", ())
    ).facts


def figure(text: str, published: str, number: str) -> Fact:
    """Return the figure whose number is printed as `number`."""
    found = [f for f in facts_of(text, published) if f.number_text == number]
    assert found, f"no figure {number}"
    return found[0]


_REPORT = """清河区2024年政府工作报告

一、2023年工作回顾

过去一年，全区上下攻坚克难，实现地区生产总值386亿元。

（一）产业升级迈出新步伐。零部件产业链完成产值118亿元，同比增长23.5%。国家级专精特新“小巨人”企业实现零的突破。

（二）城乡面貌发生新变化。改造老旧小区41个。

二、2024年主要目标和重点任务

主要预期目标是：地区生产总值增长6.5%左右。
"""


def test_a_section_of_a_review_holds_for_the_parts_below_it() -> None:
    assert figure(_REPORT, "2024-01-18", "118亿").period == "2023"
    homes = figure(_REPORT, "2024-01-18", "41")
    assert (homes.period, homes.kind) == ("2023", Kind.COUNT)
    kinds = [f.kind for f in facts_of(_REPORT, "2024-01-18") if "小巨人" in f.clause]
    assert kinds == [Kind.MILESTONE]


@pytest.mark.parametrize(
    ("text", "published", "number", "period"),
    [
        # a month ends with its sentence
        (
            "去年9月，区里完成首单碳汇质押贷款，金额500万元。松岭乡种植灵芝1.3万亩。",
            "2023-06-05",
            "1.3万",
            "2023-06",
        ),
        (
            "1—9月，工业增加值同比增长9.4%。9月份当月，工业增加值增长10.2%。原煤产量782万吨。",
            "2022-10-28",
            "782万",
            "2022-01/2022-09",
        ),
        # what somebody says of a quarter
        (
            "“去年产值18亿元，今年一季度订单已排满。”公司经理陈某说，员工增加到1100人。",
            "2024-03-12",
            "1100",
            "2023",
        ),
        # a deadline is no time of what follows
        (
            "今年，全区将安排项目268个。确保超算中心6月底前投用；新增上市企业2家。",
            "2025-02-20",
            "2",
            "2025",
        ),
        # what five years add up
        (
            "过去五年，产值连跨台阶，2020年达到612亿元。累计实施重点项目486个。",
            "2021-11-28",
            "486",
            "2016/2021",
        ),
        # since the work began
        (
            "园区2020年启动建设以来，已累计完成投资380亿元。",
            "2024-12-26",
            "380亿",
            "2020/2024-12",
        ),
        # a part of a year does not outlast another year's figure
        (
            "前三季度成交额171亿元。研发强度由2020年的3.7%提升至2023年的5.2%。每万人口拥有专利42.8件。",
            "2024-12-26",
            "42.8",
            "2024",
        ),
    ],
)
def test_a_time_holds_no_longer_than_its_sentence_says(
    text: str, published: str, number: str, period: str
) -> None:
    fact = figure(text, published, number)
    stated = not fact.period_inferred
    assert fact.period == period or not stated, (fact.period, fact.period_inferred)


def test_an_aim_of_the_running_year_is_an_aim() -> None:
    text = "消费恢复基础尚不牢固，全年完成生产总值140亿元的目标仍需付出艰苦努力。"
    fact = figure(text, "2022-10-28", "140亿")
    assert (fact.kind, fact.period) == (Kind.TARGET, "2022")


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("新增规上工业企业28家、总数达到216家。", "216", "规上工业企业总数"),
        ("新增绿道58公里，累计建成612公里。", "612", "累计建成绿道"),
        (
            "预算收入完成21.7亿元，其中税收收入14.9亿元，占比68.7%。",
            "68.7%",
            "税收收入占预算收入比重",
        ),
        ("人均GDP仅为全市平均水平的72%。", "72%", "人均GDP相当于全市平均水平比例"),
        ("高新技术企业数量仅占全市的4.3%。", "4.3%", "高新技术企业数量占全市比重"),
        (
            "民营经济市场主体达到9.82万户，占全部市场主体的96.3%，比年初净增1.07万户。",
            "1.07万",
            "净增民营经济市场主体",
        ),
        (
            "民营经济增加值同比增长6.7%，贡献了全区72.4%的税收、83%的就业岗位和91%的高新技术企业。",
            "83%",
            "民营经济贡献就业岗位占全区比重",
        ),
        (
            "生产总值97.3亿元，同比增长5.8%，增速比上半年加快1.1个百分点，比全国、全省分别高2.8个和0.5个百分点。",
            "0.5",
            "生产总值增速较全省高",
        ),
        (
            "生产总值1286亿元，同比增长6.1%，高于全国1.1个、全市0.4个百分点。",
            "0.4",
            "生产总值同比增速高于全市",
        ),
        (
            "城镇化率50.3%，比2015年提高9.7个百分点，但仍低于全国14.4个百分点。",
            "14.4",
            "城镇化率低于全国",
        ),
    ],
)
def test_a_figure_is_named_by_what_it_measures(text: str, number: str, indicator: str) -> None:
    assert figure(text, "2024-01-18", number).indicator == indicator


@pytest.mark.parametrize(
    ("text", "number"), [("完成城中村改造签约2130户。", "2130"), ("公安机关侦破20起。", "20")]
)
def test_the_end_of_a_word_is_no_hedge(text: str, number: str) -> None:
    found = [f for f in facts_of(text, "2025-02-20") if f.number_text == number]
    assert all(f.qualifiers == () for f in found)


_PLAN = """《清河区“十四五”新型城镇化实施方案》印发

近日，《清河区“十四五”新型城镇化实施方案》正式印发。方案提出，到2025年，城镇化率达到58%。

在公共服务方面，新建义务教育学校3所，推动区医院创建三级医院，每千人床位数由2020年的5.6张增加到2025年的7张。建设农村公路300公里，卫生厕所普及率由68%提高到80%。

2021年，常住人口17.8万人。今年，总投资2.3亿元的供热工程已开工。
"""


def test_what_an_article_on_a_plan_lists_is_planned() -> None:
    facts = facts_of(_PLAN, "2022-09-15")
    kinds = {f.number_text: f.kind for f in facts if not f.is_statement}
    assert {kinds[n] for n in ("58%", "3", "7", "300", "80%")} == {Kind.TARGET}
    assert kinds["17.8万"] is not Kind.TARGET
    statements = {f.clause: f.kind for f in facts if f.is_statement}
    assert statements["推动区医院创建三级医院"] is Kind.PLAN
    assert Kind.PLAN not in {k for c, k in statements.items() if "已开工" in c}


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        (
            "走进清河经开区天元锂电材料有限公司的生产车间，12条自动化产线满负荷运转。",
            "12",
            "天元锂电材料有限公司",
        ),
        (
            "“让我们能沉下心来。”江州诺明生物创始人刘某说，企业去年研发投入1.8亿元。",
            "1.8亿",
            "江州诺明生物",
        ),
        ("14家企业上榜，其中恒盛纺织以86.5亿元营业收入位居第9位。", "第9", "恒盛纺织"),
        ("县职教中心新增汽车专业，毕业生本地就业率超过65%。", "65%", "县职教中心"),
        (
            "创成示范村5个，青溪镇石桥村入选全国示范村。生活垃圾分类覆盖城区85%的小区。",
            "85%",
            "清河区",
        ),
    ],
)
def test_a_figure_stays_with_the_body_that_has_it(text: str, number: str, scope: str) -> None:
    assert figure(text, "2024-03-12", number).scope == scope


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        (
            "满意度为94.7%。在2022年度全省营商环境评估中，清河列第7位，前进3位。",
            "第7",
            "全省营商环境评估排名",
        ),
        ("12家银行推出“信易贷”，截至9月末贷款余额47.2亿元。", "47.2亿", "“信易贷”贷款余额"),
        ("年营业收入超百亿元的民营企业达到3家以上。", "3", "年营业收入超百亿元的民营企业"),
        ("其中恒盛纺织以86.5亿元营业收入位居第9位。", "86.5亿", "营业收入"),
    ],
)
def test_a_figure_keeps_what_it_is_of(text: str, number: str, indicator: str) -> None:
    assert figure(text, "2023-11-08", number).indicator == indicator


def test_the_date_of_print_is_no_year_of_the_figures_below_it() -> None:
    bulletin = "清河区2023年统计公报（节选）\n\n2024年4月\n\n年末全区森林覆盖率达46.3%。"
    assert figure(bulletin, "2024-04", "46.3%").period == "2023"
    chronicle = "清河大事记\n\n2022年4月\n\n建成公园12个。"
    assert figure(chronicle, "2024-01", "12").period == "2022"


_FEATURE = """清河：老工业区换新颜

“前年我们只有两条线，现在增加到五条。”东岳精机总经理周明说。去年，这家公司研发投入占营收的比重达到7.8%，产品出口到德国等17个国家。

截至2023年底，全区民营经济增加值412亿元，占地区生产总值的比重由2020年的58.6%提高到63.1%。去年全区新登记市场主体1.6万户，日均新增44户。

农村居民人均可支配收入去年达到32860元，增长7.6%，增速高于城镇居民2.1个百分点。
"""


@pytest.mark.parametrize(
    ("number", "scope", "indicator"),
    [
        ("五", "东岳精机", "线"),
        ("7.8%", "东岳精机", "研发投入占营收的比重"),
        ("17", "东岳精机", "国家"),
        ("63.1%", "清河区", "民营经济增加值占地区生产总值比重"),
        ("44", "清河区", "日均新增市场主体"),
        ("32860", "清河区", "农村居民人均可支配收入"),
        ("2.1", "清河区", "农村居民人均可支配收入增速高于城镇居民"),
    ],
)
def test_a_figure_of_a_feature_has_its_owner_and_its_whole_name(
    number: str, scope: str, indicator: str
) -> None:
    found = figure(_FEATURE, "2024-03-12", number)
    assert (found.scope, found.indicator) == (scope, indicator)


def test_a_firm_that_nobody_names_is_no_district() -> None:
    told = figure("走进车间，机器轰鸣。这家公司去年研发投入达到2300万元。", "2024-03", "2300万")
    assert told.level.value == "entity"


def test_what_a_plenum_calls_for_is_planned_to_the_end_of_its_list() -> None:
    said = (
        "全会强调，要深化改革，推动民营经济发展，新增上市企业2家；要统筹城乡融合，加快新城建设，"
        "实施老旧小区改造42个；要增进民生福祉，新增学位4500个。去年，全区新建学校3所。"
    )
    kinds = {n: figure(said, "2024-01-08", n).kind for n in ("2", "42", "4500", "3")}
    assert kinds == {"2": Kind.TARGET, "42": Kind.TARGET, "4500": Kind.TARGET, "3": Kind.COUNT}
    assert {f.scope for f in facts_of(said, "2024-01-08")} == {"清河区"}


def test_a_list_s_name_is_no_part_of_the_award() -> None:
    said = "清河获评“全国科技创新百强区”，排名第63位。"
    assert figure(said, "2024-01-08", "第63").indicator == "“全国科技创新百强区”排名"


@pytest.mark.parametrize(
    ("text", "published", "number", "period"),
    [
        (
            "一般公共预算收入11.2亿元，完成年初预算的53.6%。6月末，存款余额312.4亿元。",
            "2024-07-26",
            "312.4亿",
            "2024-06",
        ),
        (
            "改造老旧小区97个，完成“十四五”改造任务的80%。垃圾分类覆盖率达到95%。",
            "2023-02-08",
            "95%",
            None,
        ),
        (
            "居民收入年均增长7.1%，2024年达到48650元。累计新改扩建学校76所。",
            "2025-08-05",
            "76",
            None,
        ),
        (
            "“十四五”以来，实力提升。产值达478.6亿元，全年有望突破千亿。人均产值由7.2万元提高到10.3万元。",
            "2025-08-05",
            "10.3万",
            "2021/2025-08",
        ),
    ],
)
def test_a_year_that_only_names_a_task_or_one_clause_is_no_time(
    text: str, published: str, number: str, period: str | None
) -> None:
    fact = figure(text, published, number)
    assert (None if fact.period_inferred else fact.period) == period


def test_what_counts_up_to_a_day_says_so() -> None:
    fact = figure("截至5月底，全区累计办理退税9.8亿元。", "2022-06-24", "9.8亿")
    assert (fact.period, fact.flags) == ("2022-05", ("counted_up",))


@pytest.mark.parametrize(
    ("text", "number", "indicator", "scope"),
    [
        (
            "接待游客312万人次，实现旅游综合收入21.8亿元，分别恢复到2019年同期的108%和103%。",
            "108%",
            "接待游客恢复至2019年同期比例",
            "清河区",
        ),
        (
            "城镇和农村居民收入分别达到47620元和24580元，增长4.2%和6.5%。",
            "4.2%",
            "城镇居民收入增速",
            "清河区",
        ),
        ("43%的企业反映订单减少。", "43%", "企业反映订单减少占比", "清河区"),
        ("去年乡村旅游接待326万人次，收入14.7亿元。", "14.7亿", "乡村旅游收入", "清河区"),
        (
            "天元照明股份有限公司发展很快，去年营收38.6亿元，研发投入占比5.8%。",
            "5.8%",
            "研发投入占比",
            "天元照明股份有限公司",
        ),
        ("清河高新区规上工业总产值只有186亿元。", "186亿", "规上工业总产值", "清河高新区"),
        (
            "开发区内的力源精密机械公司4月10日复工，5月产值恢复到去年同期的96%。",
            "96%",
            "产值恢复至去年同期比例",
            "力源精密机械公司",
        ),
        (
            "研发投入年均增长14.6%，占GDP比重由2.3%提高到3.1%。",
            "3.1%",
            "研发投入占GDP比重",
            "清河区",
        ),
        ("全国县域经济百强排名由第87位上升到第64位。", "第64", "全国县域经济百强排名", "清河区"),
        ("“清河红茶”品牌价值评估达28.35亿元。", "28.35亿", "“清河红茶”品牌价值评估", "清河区"),
        (
            "清河灯具产业从作坊起步，如今已有生产企业2300余家，年产值420亿元。",
            "420亿",
            "灯具产业年产值",
            "清河区",
        ),
    ],
)
def test_a_figure_is_told_of_its_thing_and_its_body(
    text: str, number: str, indicator: str, scope: str
) -> None:
    fact = figure(text, "2024-12-26", number)
    assert (fact.indicator, fact.scope) == (indicator, scope)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("城镇登记失业率2.4%，低于4.5%的控制目标。", "4.5%"),
        ("在清河，每5个人中就有1个老板。", "5"),
        ("《市场主体突破》一文中，“11万户”应为“10.9万户”，特此更正。", "10.9万"),
        ("年营收超50亿元的民营企业达到5家。", "50亿"),
        ("高新区得分96.8分，在全市10个开发区中排名第一。", "10"),
    ],
)
def test_a_bound_a_size_and_a_manner_of_speech_are_no_figures(text: str, number: str) -> None:
    assert all(f.number_text != number for f in facts_of(text, "2024-07-26"))


def test_an_average_is_no_part_of_a_total() -> None:
    fact = figure("机构326个，其中医院7家；床位4860张，每千人口床位数6.1张。", "2022-06-10", "6.1")
    assert fact.relations == ()


def test_an_expectation_at_the_head_of_a_list_holds_behind_a_date() -> None:
    text = "12月28日，记者从会议上获悉，预计2021年全区实现产值518亿元；完成预算收入36.5亿元。"
    assert figure(text, "2021-12-30", "36.5亿").qualifiers[:1] == ("预计",)


def test_what_is_done_behind_a_dated_plan_is_done() -> None:
    text = "高铁东站主体封顶，明年6月投用。新增绿地120公顷，断面水质改善幅度全市第一。"
    plans = [f.clause for f in facts_of(text, "2021-12-30") if f.kind is Kind.PLAN]
    assert all("改善幅度" not in clause for clause in plans)


def test_the_area_s_own_name_speaks_for_no_theme() -> None:
    source = Source(
        "case.txt", "1月6日，中共平湖区第九届委员会第七次全体会议召开。", "", published="2024-01-08"
    )
    area = Area("平湖区", ("平湖",), "江州市", ())
    told = extract_facts(clean_source(source), _lexicon(), area).facts
    assert [f.themes for f in told if f.kind is Kind.MILESTONE] == [("党的建设",)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("市工商联对500家企业的问卷显示，订单减少。", "500"),
        ("高新区用全区6%的土地，贡献了全区46%的GDP。", "6%"),
    ],
)
def test_whom_a_poll_asked_and_what_land_a_park_has_are_no_figures(text: str, number: str) -> None:
    assert all(f.number_text != number for f in facts_of(text, "2024-07-26"))


def test_life_expectancy_keeps_its_start() -> None:
    fact = figure("人均预期寿命从79.1岁提高到80.6岁。", "2025-08-05", "80.6")
    assert (fact.indicator, fact.start_value is not None) == ("人均预期寿命", True)


def test_a_year_ahead_of_time_is_no_time() -> None:
    text = "城镇化率达到69.5%，提前一年完成“十四五”目标。新增铁路里程56公里。"
    fact = figure(text, "2025-08-05", "56")
    assert fact.period_inferred


def test_a_month_to_come_is_the_next_and_not_the_last() -> None:
    said = "去年，天元科技有限公司产值3.6亿元。公司投资1.2亿元的项目将于9月投产。"
    assert figure(said, "2025-04-20", "1.2亿").period == "2025-09"
    assert figure("清河大桥将于3月通车，全长12公里。", "2025-04-20", "12").period == "2026-03"
    assert figure("清河大桥9月通车，全长12公里。", "2025-04-20", "12").period == "2024-09"


def test_rates_in_a_row_go_to_the_figures_before_in_turn() -> None:
    said = "城乡居民人均可支配收入分别达41230元、19860元，增长5.3%、7.9%。"
    names = [figure(said, "2025-01-15", n).indicator for n in ("5.3%", "7.9%")]
    assert names == ["城镇居民人均可支配收入增速", "农村居民人均可支配收入增速"]


def test_a_rank_among_the_like_is_that_of_the_figure_before() -> None:
    said = "“清河毛尖”品牌价值达38.6亿元，位居全省同类产品第二。"
    assert figure(said, "2025-01-15", "第二").indicator == "“清河毛尖”品牌价值全省同类产品排名"


def test_words_of_a_clause_outweigh_the_title_of_the_article() -> None:
    text = (
        "清河区：党建引领基层治理\n\n区农商行发放“惠企贷”268笔，平均利率3.85%。选派党建指导员40名。"
    )
    assert figure(text, "2025-05-12", "268").themes[0] == "民营经济"
    assert figure(text, "2025-05-12", "40").themes[0] == "党的建设"


_WORKSHOP = (
    "在华芯光电的洁净车间里，晶圆经过上百道工序。“预计全年营收可达42亿元。”公司副总裁林某说，"
    "公司研发人员占比超过四成，累计申请专利1260件。\n\n2023年，清河区研发投入达38.5亿元。"
    "全区现有专精特新企业31家。区图书馆将于年底开放，设计藏书120万册。"
)


def test_a_workshop_names_the_firm_and_what_there_is_now_is_of_now() -> None:
    for number in ("42亿", "四", "1260"):
        assert figure(_WORKSHOP, "2024-11-06", number).scope == "华芯光电"
    assert figure(_WORKSHOP, "2024-11-06", "31").period != "2023"
    assert figure(_WORKSHOP, "2024-11-06", "120万").kind is Kind.TARGET


def test_a_firm_without_any_name_is_no_district_either() -> None:
    told = figure("走进车间，机器轰鸣。公司研发人员占比超过四成。", "2024-11-06", "四")
    assert told.level.value == "entity"
