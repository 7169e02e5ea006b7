"""Writes decay.csv: what is left of an event, in millionths, by its age in days.

    python3 make_decay.py

The weights are those of section 3 of the design, worked out exactly: linear and percent in fractions, half-lives in
decimals of 60 digits (a power of two with a broken exponent is irrational, so no tie can hide behind the last digit).
Ages are those at which something happens, and 40 in between.
"""

import csv
import pathlib
from decimal import ROUND_FLOOR, Decimal, getcontext
from fractions import Fraction
from math import floor

TARGET = pathlib.Path(__file__).with_name("decay.csv")
getcontext().prec = 60

HALF_LIVES = [1, 2, 3, 7, 10, 14, 30, 45, 60, 90, 180, 365, 1000, 36500]
LINEAR = [1, 2, 3, 7, 30, 64, 90, 128, 180, 384, 640, 1000, 1280, 3200, 36500]
PERCENT = [("10", 7), ("50", 1), ("12.5", 7), ("33.3", 1), ("100", 5), ("0.1", 1), ("99.9", 30), ("25", 14), ("5", 1)]


def ages(scale, last):
    fixed = {0, 1, 2, scale - 1, scale, scale + 1, 2 * scale, 7 * scale, 20 * scale, 21 * scale}
    spread = {i * last // 40 for i in range(40)} | set(range(min(last, 12)))
    return sorted(a for a in fixed | spread if a >= 0)


def half_life(days, age):
    if age % days == 0:
        return floor(Fraction(10**6, 2 ** (age // days)) + Fraction(1, 2))
    exact = Decimal(10**6) * Decimal(2) ** (Decimal(-age) / Decimal(days))
    return int((exact + Decimal("0.5")).to_integral_value(ROUND_FLOOR))


def linear(days, age):
    return max(0, floor(10**6 * (1 - Fraction(age, days)) + Fraction(1, 2)))


def percent(rate, every, age):
    return floor(10**6 * (1 - Fraction(rate) / 100) ** (age // every) + Fraction(1, 2))


rows = [("none", age, 10**6) for age in (0, 1, 100, 36500)]
rows += [(f"half-life {d}d", a, half_life(d, a)) for d in HALF_LIVES for a in ages(d, 8 * d)]
rows += [(f"linear {d}d", a, linear(d, a)) for d in LINEAR for a in ages(d, d)]
rows += [(f"{p}% every {e}d", a, percent(p, e, a)) for p, e in PERCENT for a in ages(e, 40 * e)]
with open(TARGET, "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["decay", "age_in_days", "weight"])
    out.writerows(rows)
