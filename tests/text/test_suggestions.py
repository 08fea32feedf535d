"""The near miss for a mistyped name: that of comparing every name, found among a few."""

from __future__ import annotations

from difflib import get_close_matches
from random import Random

import pytest

from paperatlas.text.suggestions import did_you_mean

KNOWN = ("ddpm", "ddim", "GAN", "wavegrad", "变分自编码器", "he2016residual")

NEAR = [
    ("dppm", "ddpm"),
    ("ddpm", "ddpm"),
    ("gan", "GAN"),
    ("GANs", "GAN"),
    ("wavgrad", "wavegrad"),
    ("avegradd", "wavegrad"),
    ("变分自编码", "变分自编码器"),
    ("he2016residul", "he2016residual"),
    ("vae", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "near"), NEAR)
def test_near(name: str, near: str) -> None:
    assert did_you_mean(name, KNOWN) == (f"Did you mean '{near}'?" if near else "")
    assert did_you_mean(name, iter(KNOWN)) == did_you_mean(name, KNOWN)
    assert did_you_mean(name, ()) == ""


def slip(key: str, random: Random) -> str:
    """A key with one slip of the pen."""
    place = random.randrange(len(key) - 1)
    before, letter, following, rest = key[:place], key[place], key[place + 1], key[place + 2 :]
    return before + random.choice([following, following + letter, letter * 2 + following, f"{letter}x"]) + rest


@pytest.mark.slow
def test_what_comparing_every_name_finds() -> None:
    random = Random(7)
    words = ["".join(random.choices("aeiostrnlmk", k=random.randint(3, 8))) for _ in range(300)]
    keys = sorted({f"{random.choice(words)}{random.randint(1990, 2026)}{random.choice(words)}" for _ in range(2000)})
    for key in random.sample(keys, 60):
        mistyped = slip(key, random)
        (best,) = get_close_matches(mistyped, keys, n=1, cutoff=0.7)
        assert did_you_mean(mistyped, keys) == f"Did you mean '{best}'?"
