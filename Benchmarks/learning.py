#!/usr/bin/env python3
"""Learns from the training rows of the X Education leads and shows how good that is on the others.

    Benchmarks/learning.py LEADS.csv SPLIT.json

LEADS.csv is the public "Lead Scoring Dataset" (see the README); SPLIT.json is {"test": [row numbers from 0]}.
CPU seconds are those of the whole process, reading and profiling the file included.
"""
import csv
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

LEADLINE = pathlib.Path(__file__).parent.parent / ".build/release/leadline"
COMMON = ["--id", "Prospect ID", "--outcome", "Converted"]


def run(*arguments):
    """The output of a command and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([LEADLINE, *arguments], check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    test = set(json.load(open(sys.argv[2]))["test"])
    with tempfile.TemporaryDirectory() as folder:
        for name, is_test in (("train", False), ("test", True)):
            with open(f"{folder}/{name}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file)
                writer.writerow(heading)
                writer.writerows(row for number, row in enumerate(rows) if (number in test) == is_test)
        print("| learned | ROC AUC | log loss | calibration error | won in the top 20 % | CPU s to learn |")
        print("|---|---|---|---|---|---|")
        for title, extra in (
            ("auto", []), ("logistic", ["--learner", "logistic"]), ("additive", ["--learner", "additive"]),
            ("trees", ["--learner", "trees"]), ("auto, with the late columns", ["--keep-leaks"]),
        ):
            model = f"{folder}/m.learned"
            _, seconds = run("train", f"{folder}/train.csv", *COMMON, *extra, "--out", model)
            card = json.loads(run("evaluate", model, f"{folder}/test.csv", *COMMON, "--json")[0])
            figures = {figure["name"]: figure["estimate"]["value"] for figure in card["evaluation"]["figures"]}
            print(
                f"| {title} | {figures['ROC AUC']:.4f} | {figures['log loss']:.4f} | {figures['calibration error']:.4f} "
                f"| {figures['won in the top 20 %']:.3f} | {seconds:.1f} |")


main()
