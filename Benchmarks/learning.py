#!/usr/bin/env python3
"""Learns from the training rows of the X Education leads and shows how good that is on the others.

    Benchmarks/learning.py LEADS.csv SPLIT.json [--check]

LEADS.csv is the public "Lead Scoring Dataset" (see the README); SPLIT.json is {"test": [row numbers from 0]}.
CPU seconds are those of the whole process, reading and profiling the file included. With --check the exit code is 1
if a floor that we promise is missed.
"""
import csv
import json
import pathlib
import resource
import subprocess
import sys
import tempfile

LEADLINE = pathlib.Path(__file__).parent.parent / ".build-core/release/leadline"
OUTCOME = ["--outcome", "Converted"]
COMMON = ["--id", "Prospect ID", *OUTCOME]
LEAKS = {
    "Tags", "Lead Quality", "Lead Profile", "Last Activity", "Last Notable Activity", "Asymmetrique Activity Index",
    "Asymmetrique Profile Index", "Asymmetrique Activity Score", "Asymmetrique Profile Score",
}
missed = []


def floor(what, value, least=None, most=None):
    """Notes a figure that is not as good as promised."""
    if (least is not None and not value >= least) or (most is not None and not value <= most):
        missed.append(f"{what}: {value:.4f}, promised {'at least' if most is None else 'at most'} {least if most is None else most}")


def run(*arguments):
    """The output of a command and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([LEADLINE, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def roc_auc(scores, outcomes):
    """The area under the ROC curve by ranks, equal scores sharing theirs."""
    order = sorted(range(len(scores)), key=lambda row: scores[row])
    ranks, start = [0.0] * len(scores), 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        for place in range(start, end):
            ranks[order[place]] = (start + 1 + end) / 2
        start = end
    won = sum(outcomes)
    return (sum(rank for rank, outcome in zip(ranks, outcomes) if outcome) - won * (won + 1) / 2) / (won * (len(outcomes) - won))


def split_file(leads, split, folder):
    """Writes the rows to learn from and those to try on; the outcomes of the latter by id."""
    with open(leads, encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    test = set(json.load(open(split))["test"])
    for name, is_test in (("train", False), ("test", True)):
        with open(f"{folder}/{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(heading)
            writer.writerows(row for number, row in enumerate(rows) if (number in test) == is_test)
    identifier, outcome = heading.index("Prospect ID"), heading.index("Converted")
    return {row[identifier]: row[outcome] == "1" for number, row in enumerate(rows) if number in test}


def learned(folder, title, extra):
    """Learns, evaluates, prints a row, and returns figures and cards of training and of trying."""
    model = f"{folder}/m.learned"
    trained, seconds = run("train", f"{folder}/train.csv", *COMMON, *extra, "--out", model, "--json")
    card = json.loads(run("evaluate", model, f"{folder}/test.csv", *COMMON, "--json")[0])
    figures = {figure["name"]: figure["estimate"]["value"] for figure in card["evaluation"]["figures"]}
    print(
        f"| {title} | {figures['ROC AUC']:.4f} | {figures['log loss']:.4f} | {figures['calibration error']:.4f} "
        f"| {figures['won in the top 20 %']:.3f} | {seconds:.1f} |", flush=True)
    return figures, json.loads(trained), card


def points(folder, outcomes):
    """The area under the ROC curve of suggested points."""
    run("suggest", f"{folder}/train.csv", *COMMON, "--out", f"{folder}/points.yaml")
    run("score", f"{folder}/test.csv", "--id", "Prospect ID", "--model", f"{folder}/points.yaml", "--out", f"{folder}/s.csv")
    with open(f"{folder}/s.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in rows[0] if name != "lead_id")
    return roc_auc([float(row[column] or "-inf") for row in rows], [outcomes[row["lead_id"]] for row in rows])


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        outcomes = split_file(*arguments, folder)
        print("| learned | ROC AUC | log loss | calibration error | won in the top 20 % | CPU s to learn |")
        print("|---|---|---|---|---|---|")
        auto, trained, card = learned(folder, "auto", [])
        logistic, _, _ = learned(folder, "logistic", ["--learner", "logistic"])
        additive, _, _ = learned(folder, "additive", ["--learner", "additive"])
        trees, _, _ = learned(folder, "trees", ["--learner", "trees"])
        every, _, _ = learned(folder, "auto, with the late columns", ["--keep-leaks"])
        suggested = points(folder, outcomes)
        print(f"| suggested points | {suggested:.4f} | | | | |\n")
        line = next(line for line in card["evaluation"]["lines"] if line["drawn"]["purpose"] == "80 % conversion")
        conversion, share = line["conversion"]["value"], line["share"]
        print(
            f"The line for 80 % conversion, drawn at likelihood {100 * line['drawn']['probability']:.1f}: "
            f"then {100 * line['drawn']['conversion']:.1f} % of {100 * line['drawn']['share']:.1f} % of the leads, "
            f"here {100 * conversion:.1f} % of {100 * share:.1f} %")
        floor("ROC AUC", auto["ROC AUC"], least=0.876)
        floor("log loss", auto["log loss"], most=0.425)
        floor("calibration error", auto["calibration error"], most=0.03)
        floor("won in the top 20 %", auto["won in the top 20 %"], least=0.455)
        floor("ROC AUC with all columns", every["ROC AUC"], least=0.983)
        floor("log loss with all columns", every["log loss"], most=0.150)
        floor("ROC AUC of logistic", logistic["ROC AUC"], least=0.868)
        floor("ROC AUC of additive less that of trees", additive["ROC AUC"] - trees["ROC AUC"], least=-0.004)
        floor("ROC AUC of suggested points", suggested, least=0.85)
        floor("late columns that are found", len(LEAKS & {leak["attribute"] for leak in trained["leaks"]}), least=len(LEAKS))
        floor("conversion above the line for 80 %", conversion, least=0.78)
        floor("conversion above the line for 80 %", conversion, most=0.82)
        floor("leads above the line for 80 %", share, least=0.32)
    for text in missed:
        print(f"MISSED {text}", file=sys.stderr)
    if "--check" in sys.argv:
        print("all floors are held" if not missed else f"{len(missed)} floors are missed")
        sys.exit(1 if missed else 0)


main()
