#!/usr/bin/env python3
"""Writes rows.csv and figures.csv: what statsmodels and scikit-learn say of 300 invented leads.

    pip install scikit-learn statsmodels && ./make_reference.py
"""
import csv
import pathlib

import numpy as np
import sklearn.metrics as metrics
import statsmodels.api as sm

here = pathlib.Path(__file__).parent
chance = np.random.default_rng(7)
n = 300
x1 = np.round(chance.normal(size=n), 4)
x2 = np.round(chance.exponential(size=n), 4)
won = (chance.random(n) < 1 / (1 + np.exp(0.4 - 1.1 * x1 - 0.5 * x2))).astype(int)
# Two decimals, so that some are equal.
probability = np.round(np.clip(1 / (1 + np.exp(0.3 - x1 - 0.4 * x2 + 0.4 * chance.normal(size=n))), 0.01, 0.99), 2)

with open(here / "rows.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["x1", "x2", "won", "probability"])
    writer.writerows(zip(x1, x2, won, probability))

fit = sm.GLM(won, sm.add_constant(np.column_stack([x1, x2])), family=sm.families.Binomial()).fit(tol=1e-14, maxiter=100)
rate, hit, _ = metrics.roc_curve(won, probability, drop_intermediate=False)
figures = {
    "intercept": fit.params[0], "x1": fit.params[1], "x2": fit.params[2],
    "intercept error": fit.bse[0], "x1 error": fit.bse[1], "x2 error": fit.bse[2],
    "x1 z": fit.tvalues[1], "x1 p": fit.pvalues[1], "x2 p": fit.pvalues[2],
    "log likelihood": fit.llf, "deviance": fit.deviance, "aic": fit.aic,
    "null log likelihood": fit.llnull,
    "roc auc": metrics.roc_auc_score(won, probability),
    "average precision": metrics.average_precision_score(won, probability),
    "log loss": metrics.log_loss(won, probability),
    "brier": metrics.brier_score_loss(won, probability),
    "ks": np.max(hit - rate),
}
with open(here / "figures.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["figure", "value"])
    writer.writerows((name, repr(float(value))) for name, value in figures.items())
