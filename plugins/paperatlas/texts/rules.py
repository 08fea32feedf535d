"""The words of the page of rules, in every language. The rules themselves are written in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from paperatlas.diagnostics.families import FAMILIES
from paperatlas.diagnostics.problem import Severity


@dataclass(frozen=True, slots=True)
class RulesTexts:
    """The texts of one language."""

    title: str
    description: str
    intro: str
    """With `{code}` where the command stands."""
    in_english: str
    """A line which says that the rules are in English; empty where that goes without saying."""
    contents: str
    instead_of: str
    write: str
    severities: Mapping[Severity, str]
    families: Mapping[str, str]
    """By the letters of their codes."""


EN = RulesTexts(
    title="Problems",
    description="Every rule that a library and its notes are checked against, and how to mend what breaks it.",
    intro="Every build checks the library and the notes against these rules, and so does {code}, which can be told "
    "to report only some of them: by a code, or by the letters of a family.",
    in_english="",
    contents="Rules by family",
    instead_of="Instead of",
    write="write",
    severities={"error": "error", "warning": "warning", "info": "remark"},
    families=FAMILIES,
)

ZH = RulesTexts(
    title="问题与规则",
    description="检查文献库与笔记所用的全部规则，以及违反规则时如何改正。",
    intro="每次构建都按这些规则检查文献库与笔记；命令 {code} 也作同样的检查，"
    "并可按代码或代码开头的字母只报告其中一部分。",
    in_english="类别名称为中文，各条规则的说明为英文。",
    contents="按类别列出的规则",
    instead_of="不写",
    write="而写",
    severities={"error": "错误", "warning": "警告", "info": "提示"},
    families={
        "SYN": "语法",
        "ENC": "编码",
        "MAC": "宏",
        "TEX": "LaTeX",
        "NAM": "人名",
        "DAT": "日期",
        "IDN": "标识符与网址",
        "XRF": "继承",
        "TYP": "条目类型",
        "FLD": "字段名",
        "REQ": "必需字段",
        "KEY": "引用键",
        "DUP": "重复文献",
        "MET": "方法名",
        "LIB": "文献库文件",
        "REL": "关系",
        "REF": "条目间的引用",
        "DIR": "方向",
        "NOT": "笔记",
        "CIT": "引文",
        "EXP": "导出的文件",
        "FMT": "排版",
        "LNK": "链接",
        "ABS": "作者摘要",
        "IMP": "导入的文件",
    },
)

_BY_LANGUAGE: Mapping[str, RulesTexts] = {"en": EN, "zh": ZH}


def texts_for(language: str) -> RulesTexts:
    """The texts of a language of the site; English where there are none."""
    return _BY_LANGUAGE.get(language, EN)
