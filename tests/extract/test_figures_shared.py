"""Figures that share a measure, a bracket or a rate with others; invented sentences."""

from __future__ import annotations

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import Kind
from briefgen.lexicon import load_lexicon

_AREA = Area("清河区", ("清河",), "江州市", ())
CASES = [
    # the level of government in brackets, and how it grew, is not the whole area's
    (
        "生产总值266.1亿元，增长2.4%（区本级176.7亿元，增长2%）；财政总收入56.6亿元。",
        ["生产总值", "生产总值增速", "区本级生产总值", "区本级生产总值增速", "财政总收入"],
    ),
    (
        "地区生产总值266.1亿元(区本级176.7亿元)，增长2.4%。",
        ["地区生产总值", "区本级地区生产总值", "地区生产总值增速"],
    ),
    # deposits and loans are two, and each has its own growth, whatever stood before
    (
        "城镇和农村居民人均可支配收入达到73860元和42794元，增长5.4%和7.1%；"
        "金融机构存贷款余额达到837亿元和972亿元，增长16.3%和11.8%。",
        [
            "城镇居民人均可支配收入",
            "农村居民人均可支配收入",
            "城镇居民人均可支配收入增速",
            "农村居民人均可支配收入增速",
            "金融机构存款余额",
            "金融机构贷款余额",
            "金融机构存款余额增速",
            "金融机构贷款余额增速",
        ],
    ),
    (
        "金融机构存贷款余额分别为837亿元、972亿元。",
        ["金融机构存款余额", "金融机构贷款余额"],
    ),
    # a rate that all reached is of all
    (
        "服务业增加值100亿元，社会消费品零售总额86亿元，同比增幅均达8%以上。",
        ["服务业增加值", "社会消费品零售总额", "服务业增加值、社会消费品零售总额增幅"],
    ),
    ("村集体收益又实现了20%左右的增长。", ["村集体收益增速"]),
    ("该村不但集体经济收入超过500万元，还建起冷库。", ["集体经济收入"]),
    ("王超把自己的两亩地流转给合作社。", []),
    # whose share it is, by which people, of which herd
    (
        "第三产业对GDP的贡献率为48.5%，拉动GDP增长3.7个百分点。",
        ["第三产业对GDP贡献率", "第三产业拉动GDP增长"],
    ),
    ("按户籍人口计算，人均GDP为63525元。", ["人均GDP（按户籍人口计算）"]),
    (
        "生猪、牛分别出栏6.4万头、1342头，分别增长81.8%、3.3%。",
        ["生猪出栏", "牛出栏", "生猪出栏增速", "牛出栏增速"],
    ),
    (
        "户籍总人口134.9万人，其中城镇人口25万人，乡村人口109.9万人。",
        ["户籍总人口", "户籍城镇人口", "户籍乡村人口"],
    ),
    ("新增高新技术企业47家，重新认定14家。", ["新增高新技术企业", "重新认定高新技术企业"]),
    (
        "城乡常住居民人均可支配收入33618元和16503元。",
        ["城镇常住居民人均可支配收入", "农村常住居民人均可支配收入"],
    ),
    ("养老保险参保25.7万人，享受待遇7.4万人。", ["养老保险参保", "养老保险享受待遇"]),
    (
        "PM2.5年均值23.2微克每立方米；空气质量优良天数达标率93.2%，两项指标均位居全省第一。",
        [
            "PM2.5年均值",
            "空气质量优良天数达标率",
            "PM2.5年均值、空气质量优良天数达标率全省排名",
        ],
    ),
    (
        "与上年比，第二、第三产业占地区生产总值的比重分别回落2.16和1.66个百分点。",
        ["第二产业占地区生产总值的比重回落", "第三产业占地区生产总值的比重回落"],
    ),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_each_figure_is_of_its_own_measure(text: str, names: list[str]) -> None:
    document = clean_source(Source("case.txt", text, "", published="2022-12"))
    found = [f for f in extract_facts(document, load_lexicon(), _AREA).facts if not f.is_statement]
    assert [f.indicator for f in found] == names
    assert all((f.kind is Kind.GROWTH) == f.indicator.endswith(("增速", "增幅")) for f in found)


def test_what_is_compared_with_is_no_year_of_the_change() -> None:
    text = "2021年三次产业结构比为25:27:48，与上年比，第一产业占地区生产总值的比重上升3.8个百分点。"
    document = clean_source(Source("case.txt", text, "", published="2022-12"))
    found = [f for f in extract_facts(document, load_lexicon(), _AREA).facts if not f.is_statement]
    assert {f.period for f in found} == {"2021"}
