"""The words of published results in Chinese."""

from __future__ import annotations

from paperatlas.texts.results.definition import ResultTexts

RESULTS_ZH = ResultTexts(
    title="实验结果",
    page_title=lambda direction: f"{direction} · 实验结果",
    intro="数值照原文所载，每项都链接到出处。同一行标题下的各项，除模型及其大小外，实验设置相同；只有这些才可比较；其中有多篇论文时，最好的已标出。",
    count=lambda values, tables: f"{tables:,} 张表，共 {values:,} 项已发表的数值",
    values=lambda number: f"{number:,} 项数值",
    tasks={
        "image-classification": "图像分类",
        "image-generation": "图像生成",
        "density-estimation": "密度估计",
        "object-detection": "目标检测",
        "instance-segmentation": "实例分割",
        "semantic-segmentation": "语义分割",
        "open-vocabulary-detection": "开放词表检测",
        "self-supervised-linear": "自监督（线性评估）",
        "self-supervised-knn": "自监督（k 近邻）",
        "self-supervised-fine-tuning": "自监督（微调）",
        "zero-shot-classification": "零样本分类",
        "zero-shot-detection": "零样本检测",
        "few-shot-classification": "少样本分类",
        "training-data-attribution": "训练数据归因",
        "text-to-image-generation": "文生图",
        "video-classification": "视频分类",
        "panoptic-segmentation": "全景分割",
        "object-tracking": "目标跟踪",
        "multi-object-tracking": "多目标跟踪",
    },
    metrics={
        "top-1 accuracy": "top-1 准确率",
        "top-5 accuracy": "top-5 准确率",
        "top-1 error": "top-1 错误率",
        "accuracy": "准确率",
        "mask AP": "掩码 AP",
        "mask AP (rare)": "掩码 AP（罕见类别）",
        "box AP": "边界框 AP",
        "box AP (rare)": "边界框 AP（罕见类别）",
    },
    parts={
        "resolution": "分辨率",
        "data": "训练数据",
        "epochs": "训练轮数",
        "steps": "采样步数",
        "params": "参数量",
        "flops": "计算量",
        "guidance": "引导",
        "protocol": "评测方式",
        "model": "模型",
        "backbone": "骨干网络",
    },
    part=lambda name, value: f"{name} {value}",
    separator="；",
    headline=lambda measure, value: f"{measure}：{value}",
    model="模型",
    value="数值",
    source="出处",
    kinds={"paper": "论文", "repository": "代码仓库", "rerun": "他人复测"},
    best="最佳",
    progress="最佳数值的变化",
    progress_text=lambda papers, first, begun, last, reached: (
        f"最佳数值随时间的变化（阶梯线）：从 {begun}（{first}）到 {reached}（{last}），共 {papers} 篇论文。"
    ),
    no_setting="未注明设置",
)
