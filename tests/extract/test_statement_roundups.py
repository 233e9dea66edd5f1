"""Statements of round-ups and yearly reports; every sentence is invented."""

from __future__ import annotations

from functools import partial

import pytest
from statements_told import statements as found
from statements_told import told as kinds

from briefgen.document import Area

AREA = Area("清河县", ("清河",), "江州市", ("柳岸镇", "云台村"))
statements, told = partial(found, area=AREA), partial(kinds, area=AREA)


TROUBLES = [
    ("我们也清醒看到，产业结构偏重，小微企业融资难，教育资源布局不均衡。", ["problem"] * 3),
    (
        "存在的主要问题是：土地流转后续管理跟不上，村集体收入来源单一，人才优势尚未充分转化。",
        ["problem"] * 3,
    ),
    ("我们清醒地看到，部分干部担当作为不够。", ["problem"]),
    ("同时，我们也看到不足。", []),
    ("我们清醒认识到，基础设施欠账多，贫困程度深，公共服务能力弱。", ["problem"] * 3),
    ("我们清醒认识到：少数干部观念陈旧，本领跟不上形势要求。", ["problem"] * 2),
    (
        "发展还面临诸多困难：经济总量小、产业层次低，农民增收渠道不宽，少数干部抓落实能力不强。",
        ["problem"] * 3,
    ),
]


@pytest.mark.parametrize(("text", "expected"), TROUBLES)
def test_what_a_report_admits_is_a_problem(text: str, expected: list[str]) -> None:
    assert told(text) == expected


STATES = [
    ("云山街征收取得重大突破，柳岸片拆迁收尾，东站重启建设。", ["milestone started"] * 3),
    ("中心校主体工程已建设完毕，云水线区间正式铺轨。", ["milestone done", "milestone started"]),
    ("云水高速前期工作全面结束，光纤网络覆盖所有行政村。", ["milestone done"] * 2),
    ("多年未修的老旧住房全部得到整治，打通了县城出海新通道。", ["milestone done"] * 2),
    ("清河退出贫困县序列，获省对县成效考核“好”等次。", ["milestone done", "honour awarded"]),
    ("云山遗址申报文本通过国家文物局初审。", ["honour candidate"]),
    ("高新产业产值占比保持全省首位。", ["standing"]),
    ("云湖成为国家4A级旅游景区，保持全国文化先进县荣誉。", ["honour awarded"] * 2),
    ("云山产业集聚区获国家批复。", ["milestone done"]),
    ("确保今年年底实现点火运营。", ["plan planned"]),
    ("工业园引入江州医院创新药转化中心，招引甲药业、乙器械等优质企业。", ["milestone done"] * 2),
    ("深入推进农业产业结构调整，优化云山路、柳岸路交通组织。", ["measure started"] * 2),
    ("云水路即将开工。有序推进征迁工作。", ["plan planned", "measure started"]),
    (
        "2023年，重点抓好以下工作：支持云山机械扩能；实施老旧管网改造。",
        ["plan planned"] * 2,
    ),
    ("云水物流北方总部签约落户，云河枢纽船闸试通航。", ["milestone signed", "milestone started"]),
    ("云山纪念园提升工程完成验收，地铁2号线全线洞通。", ["milestone done"] * 2),
    ("被县政府考评为招商先进单位，安置房项目通过省对县督导。", ["honour awarded"] * 2),
    ("云山新区列为国家级双创基地，乡村治理做法全省推广。", ["honour awarded", "milestone done"]),
    ("云水综保区封关运行，夺取抗洪救灾重大胜利。", ["milestone done"] * 2),
    ("全面推开营改增试点，深化与邻市经贸合作，实施云山大街东延。", ["measure started"] * 3),
    ("以转型升级为方向，完善服务。", []),
    ("严厉打击非法开垦草原行为，规范政府举债行为，防范化解民间借贷风险。", ["measure started"] * 3),
    ("提升干部履职能力，规范权力运行。", []),
    ("政府债务全部纳入预算管理，拖欠工程款全部化解。", ["milestone done"] * 2),
    ("云河沿线化工企业关改搬转，养老模式在全国推介。", ["milestone done"] * 2),
    ("云水大学农学学科进入世界一流，柳岸镇是全省小城市培育试点镇。", ["standing"] * 2),
    ("云山路工程即将开工，云水路拓宽工程启动招标。", ["plan planned", "milestone started"]),
    ("云山湿地完成前期工作，妥善处置了古街火灾等突发事件。", ["milestone done"] * 2),
    (
        "建制村通硬化路，云水环线纳入全省规划，县医院晋升三级医院。",
        ["milestone done"] * 2 + ["honour awarded"],
    ),
    ("云山峡谷创建国家5A级景区工作启动。", ["milestone started"]),
    (
        "坚持夯实基础设施，瓶颈制约取得新突破。云山机场建成通航，云水高速全线贯通。",
        ["milestone done"] * 2,
    ),
    ("城乡治理有了新格局。", []),
    ("——一批工作获得国家荣誉。", []),
    ("现代服务业蓬勃发展。", []),
    ("大力推动项目建设，搭建大平台，新增多家省级平台。", []),
    ("加快催生新产业、新模式、新动能。", []),
    (
        "一年来，我们全力攻坚打硬仗，灾后恢复重建提速推进。云山小学、柳岸中学新校区主体完工。",
        ["milestone done"],
    ),
    ("现代农业进入新阶段。完成云山灌区续建配套节水改造工程。", ["milestone done"]),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_a_round_ups_clauses_are_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_heading_further_down_makes_nothing_before_it_a_plan() -> None:
    done, plan = "云山大桥建成通车，获评全省文明县。", "建设云山污水处理厂。"
    expected = ["milestone done", "honour awarded", "plan planned"]
    assert told(done, "2024年工作安排", plan) == expected
    assert told(done, "2024年重点工作", plan) == expected


def test_the_name_of_a_point_is_no_plan() -> None:
    text = (
        "将抓好三方面工作。一是提升产业能级。建设云山产业园。二是推进老旧小区改造。新建云山中学。"
    )
    quotes = [f.quote for f in statements(text)]
    assert quotes == ["建设云山产业园", "二是推进老旧小区改造", "新建云山中学"]


SCOPES = [
    ("云山智谷获批国家级孵化器，云雾茶被评为江州市知名品牌。", ["云山智谷", "云雾茶"]),
    ("云山茶、柳岸枇杷、长渡蜜桃入选全国名特优新农产品目录。", ["云山茶、柳岸枇杷等"]),
    ("营商环境改革获评全省优秀案例。", ["清河县"]),
    ("农民专业合作社达60家，获评全省农业先进县。", ["清河县"]),
    ("连续三年获评全省先进县。", ["清河县"]),
    ("云山火腿获国家地理标志证明商标，云水口岸恢复开放。", ["云山火腿", "云水口岸"]),
    ("县级图书馆、文化馆实现全覆盖，古城成功撤县设市，妥善处置了突发事件。", ["清河县"] * 3),
    (
        "云桥社区服务中心建成交付，云山公园开园试运营，推出老人代配药服务。",
        ["云桥社区服务中心", "云山公园", "清河县"],
    ),
    ("云水铁路前期工作加快推进，云河风光带全线贯通。", ["云水铁路", "云河风光带"]),
    ("云山镇儒林村创成全县唯一的“全国文明村”。", ["云山镇儒林村"]),
    ("云水综保区封关运行，成功举办商会大会。", ["云水综保区", "清河县"]),
    ("云山科技集团投产，还获评全省百强企业。", ["云山科技集团"] * 2),
    ("云山古镇—柳岸温泉入选全国旅游线路。", ["云山古镇—柳岸温泉"]),
    ("力促云山钢铁项目落地。", ["清河县"]),
    ("我们清醒看到：一煤独大的局面尚未改变，产业支撑不足。", ["清河县"] * 2),
    ("组建县融资担保公司，云水铁路清河段架梁完成。", ["清河县", "云水铁路清河段"]),
    ("新培育多家绿色工厂，获批全省绿色金融试点。", ["清河县"]),
    (
        "举办桃花旅游节，发放文旅消费券，柳岸镇滨江夜市开街。",
        ["清河县", "清河县", "柳岸镇滨江夜市"],
    ),
    ("云山商务区征收基本完成，云山大厦投入运营。", ["云山商务区", "云山大厦"]),
    ("在云山精密零部件产业园，一期厂房已经封顶。", ["云山精密零部件产业园"]),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_what_won_or_was_built_is_the_scope(text: str, expected: list[str]) -> None:
    assert [f.scope for f in statements(text)] == expected


def test_the_year_of_an_honour_is_not_that_of_what_follows() -> None:
    told = statements("2022年4月，清河县被评为2021年度平安建设示范县，云桥社区入选全国示范名单。")
    assert [f.period for f in told] == ["2022-04", "2022-04"]
