"""What the article names, group by group, as it stands there: name -> citation key."""

from __future__ import annotations

NAMED: dict[str, dict[str, str]] = {
    "influence-functions": {
        "influence function": "influence-functions",
        "RelatIF": "relatif",
        "Pruthi et al.": "tracin",
        "Influence Estimation for Generative Adversarial Networks": "gan-influence",
        "VAE-TracIn": "vae-tracin",
        "GAN": "gan",
        "VAE": "vae",
        "FID": "fid",
        "inception score": "inception-score",
    },
    "diffusion": {
        "DDPM": "ddpm",
        "Improved Denoising Diffusion Probabilistic Models": "improved-ddpm",
        "DDPM++": "score-sde",
        "FastDPM": "fastdpm",
        "DiffWave": "diffwave",
        "precision and recall": "improved-precision-recall",
    },
    "normalizing-flows": {
        "Normalizing Flow": "normalizing-flow",
        "residual flow": "residual-flow",
        "SurVAE": "survae",
        "sinkhorn network": "gumbel-sinkhorn",
        "Universal Approximation of Residual Flows in Maximum Mean Discrepancy": "residual-flow-mmd",
        "MMD": "mmd",
    },
    "data-copying": {"data-copying test": "data-copying-test"},
    "meta-learning": {"GAN": "gan"},
    "transformer/foundations": {"DETR": "detr", "ViT": "vit"},
    "transformer/detr": {
        "Deformable DETR": "deformable-detr",
        "TSP-FCOS/TSP-RCNN": "tsp",
        "UP-DETR": "up-detr",
        "SMCA": "smca",
        "Meta-DETR": "meta-detr",
        "DA-DETR": "da-detr",
    },
    "transformer/operators": {
        "LambdaResNets": "lambdanetworks",
        "DeiT": "deit",
        "VTs": "vts",
        "So-ViT": "so-vit",
        "LeViT": "levit",
        "CrossViT": "crossvit",
        "DeepViT": "deepvit",
        "TNT": "tnt",
        "T2T-ViT": "t2t-vit",
        "BoTNet": "botnet",
        "Visformer": "visformer",
    },
    "transformer/local-hierarchical": {
        "PVT": "pvt",
        "FPT": "fpt",
        "PiT": "pit",
        "LocalViT": "localvit",
        "SwinT": "swin",
        "MViT": "mvit",
        "Twins": "twins",
    },
    "transformer/convolution": {
        "CPVT": "cpvt",
        "CvT": "cvt",
        "ConViT": "convit",
        "CeiT": "ceit",
        "CoaT": "coat",
        "ConTNet": "contnet",
    },
    "transformer/segmentation": {
        "SETR": "setr",
        "TransUNet": "transunet",
        "DPT": "dpt",
        "U-Transformer": "u-transformer",
    },
    "transformer/detection": {"ViT-FRCNN": "vit-frcnn", "ACT": "act"},
    "transformer/sot": {"TransT": "transt", "TMT": "tmt"},
    "transformer/mot": {
        "TransTrack": "transtrack",
        "TrackFormer": "trackformer",
        "TransCenter": "transcenter",
    },
    "transformer/video": {
        "STTN": "sttn",
        "VisTR": "vistr",
        "VidTr": "vidtr",
        "ViViT": "vivit",
        "TimeSformer": "timesformer",
        "VTN": "vtn",
    },
    "transformer/gan": {"TransGAN": "transgan", "AOT-GAN": "aot-gan", "GANsformer": "gansformer"},
    "transformer/3d": {
        "Group-Free": "group-free",
        "Pointformer": "pointformer",
        "PCT": "pct",
        "PointTransformer": "point-transformer",
        "DTNet": "dtnet",
        "MLMSPT": "mlmspt",
    },
    "self-supervised": {"MoCo": "moco-v1", "BERT": "bert", "GPT-3": "gpt-3"},
    "self-supervised/non-degenerate": {
        "SimCLR": "simclr",
        "BYOL": "byol",
        "SwAV": "swav",
        "SimSiam": "simsiam",
        "Twins": "barlow-twins",
    },
    "self-supervised/transformers": {
        "MoCov1": "moco-v1",
        "MoCov2": "moco-v2",
        "MoCov3": "moco-v3",
        "SiT": "sit",
    },
    "self-supervised/spatial-context": {
        "Unsupervised Visual Representation Learning by Context Prediction": "context-prediction",
        "Unsupervised Representation Learning by Predicting Image Rotations": "rotation-prediction",
        "Self-supervised Label Augmentation via Input Transformations": "sla",
    },
    "self-supervised/temporal": {
        "Time-Contrastive Networks: Self-Supervised Learning from Video": "tcn",
        "Unsupervised Learning of Visual Representations using Videos": "video-triplet",
        "A Large-Scale Study on Unsupervised Spatiotemporal Representation Learning": "large-scale-spatiotemporal",
    },
    "zero-shot": {
        "CLIP": "clip",
        "ViLD": "vild",
        "Mask R-CNN": "mask-rcnn",
        "ResNet-50": "resnet",
        "LVIS": "lvis",
        "PASCAL VOC": "pascal-voc",
        "COCO": "coco",
        "Objects365": "objects365",
        "ImageNet": "imagenet",
    },
}
"""By direction, or direction/group."""

WITHOUT_CODE = {
    "relatif", "vae", "normalizing-flow", "residual-flow-mmd", "mmd", "da-detr", "lambdanetworks", "vts",
    "u-transformer", "vit-frcnn", "dtnet", "mlmspt", "pascal-voc", "objects365", "imagenet",
}  # fmt: skip
"""Named papers for which no repository was found."""

SHOWN_ABSTRACTS = (
    "gan-influence", "vae-tracin", "improved-ddpm", "fastdpm", "residual-flow-mmd", "data-copying-test",
    "large-scale-spatiotemporal", "clip", "vild",
)  # fmt: skip
"""Papers whose abstract the article shows."""
