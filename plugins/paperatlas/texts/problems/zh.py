"""The words of problems: their list, and what a served page tells of them in Chinese."""

from __future__ import annotations

from paperatlas.texts.problems.definition import RulesTexts

RULES_ZH = RulesTexts(
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
        "RES": "结果",
        "REL": "关系",
        "CBP": "论文之间的引用",
        "VER": "核对记录",
        "REF": "条目间的引用",
        "DIR": "方向",
        "NOT": "笔记",
        "CIT": "引文",
        "EDI": "本站的要求",
        "EXP": "导出的文件",
        "GRA": "关系图",
        "SEA": "搜索",
        "PIC": "预览图片",
        "OFF": "离线阅读的网站",
        "FMT": "排版",
        "CFG": "配置",
        "LNK": "链接",
        "UPD": "更新",
        "ABS": "作者摘要",
        "IMP": "导入的文件",
    },
)
