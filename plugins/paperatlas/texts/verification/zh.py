"""The words of what was looked up of papers in Chinese."""

from __future__ import annotations

from paperatlas.texts.verification.definition import VerificationTexts

VERIFICATION_ZH = VerificationTexts(
    code="代码",
    licence=lambda name: f"{name} 许可证",
    code_states={"archived": "已归档（只读）", "gone": "已无法找到"},
    notices={
        "retracted": "本文已被撤稿。",
        "corrected": "本文已发布更正。",
        "concern": "本文已被发布关注声明。",
        "withdrawn": "预印本已从 arXiv 撤回。",
    },
    checked="核对",
    checked_on=lambda subject, day, source: f"{subject} {day}（{source}）",
    subjects={"code": "代码", "preprint": "预印本", "publication": "发表版本"},
)
