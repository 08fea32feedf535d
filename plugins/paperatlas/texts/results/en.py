"""The words of published results in English."""

from __future__ import annotations

from paperatlas.texts.english import counted
from paperatlas.texts.results.definition import ResultTexts

RESULTS_EN = ResultTexts(
    title="Results",
    page_title=lambda direction: f"{direction} · Results",
    intro="Values as they were published, each with a link to where it stands. Rows under one line have the same "
    "setting but for the model and its size; only these are comparable, and the best of them is marked where there are "
    "several papers.",
    count=lambda values, tables: f"{counted(values, 'published value')} in {counted(tables, 'table')}",
    values=lambda number: counted(number, "value"),
    tasks={
        "image-classification": "image classification",
        "image-generation": "image generation",
        "density-estimation": "density estimation",
        "object-detection": "object detection",
        "instance-segmentation": "instance segmentation",
        "semantic-segmentation": "semantic segmentation",
        "open-vocabulary-detection": "open-vocabulary detection",
        "self-supervised-linear": "self-supervised, linear probe",
        "self-supervised-knn": "self-supervised, k-nearest neighbours",
        "self-supervised-fine-tuning": "self-supervised, fine-tuned",
        "zero-shot-classification": "zero-shot classification",
        "zero-shot-detection": "zero-shot detection",
        "few-shot-classification": "few-shot classification",
        "training-data-attribution": "training-data attribution",
        "text-to-image-generation": "text-to-image generation",
        "video-classification": "video classification",
        "panoptic-segmentation": "panoptic segmentation",
        "object-tracking": "object tracking",
        "single-object-tracking": "single-object tracking",
        "multi-object-tracking": "multi-object tracking",
    },
    metrics={
        "top-1 accuracy": "top-1 accuracy",
        "top-5 accuracy": "top-5 accuracy",
        "top-1 error": "top-1 error",
        "accuracy": "accuracy",
        "mask AP": "mask AP",
        "mask AP (rare)": "mask AP (rare)",
        "box AP": "box AP",
        "box AP (rare)": "box AP (rare)",
    },
    parts={
        "resolution": "resolution",
        "data": "data",
        "epochs": "epochs",
        "steps": "sampling steps",
        "params": "parameters",
        "flops": "FLOPs",
        "guidance": "guidance",
        "protocol": "protocol",
        "model": "model",
        "backbone": "backbone",
    },
    part=lambda name, value: f"{name} {value}",
    separator="; ",
    headline=lambda measure, value: f"{measure}: {value}",
    model="Model",
    value="Value",
    source="Source",
    kinds={"paper": "paper", "repository": "repository", "rerun": "rerun by others"},
    best="best",
    progress="The best value over time",
    progress_text=lambda papers, first, begun, last, reached: (
        f"The best value over time, in steps: from {begun} ({first}) to {reached} ({last}), {papers} papers in all."
    ),
    no_setting="No setting given",
)
