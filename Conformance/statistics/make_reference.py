#!/usr/bin/env python3
"""Writes rows.csv and figures.csv: what statsmodels and scikit-learn say of 300 invented leads.

    pip install scikit-learn statsmodels && ./make_reference.py

A penalty λ of ours is C = 1 / (n λ) of scikit-learn, and our mix its l1_ratio; scikit-learn leaves columns as they are,
so standardised ones are scaled here. DeLong's covariances are taken from the definition, pair by pair; Firth's
coefficients are where the modified score is 0, found by a solver that knows nothing of regressions.
"""
import csv
import pathlib

import numpy as np
import scipy.optimize
import scipy.stats
import sklearn.metrics as metrics
import statsmodels.api as sm
from sklearn.feature_selection import RFE
from sklearn.linear_model import LogisticRegression
from statsmodels.stats.outliers_influence import variance_inflation_factor

here = pathlib.Path(__file__).parent
chance = np.random.default_rng(7)
n = 300
x1 = np.round(chance.normal(size=n), 4)
x2 = np.round(chance.exponential(size=n), 4)
won = (chance.random(n) < 1 / (1 + np.exp(0.4 - 1.1 * x1 - 0.5 * x2))).astype(int)
# Two decimals, so that some are equal.
probability = np.round(np.clip(1 / (1 + np.exp(0.3 - x1 - 0.4 * x2 + 0.4 * chance.normal(size=n))), 0.01, 0.99), 2)
# Largely the first column again, in other units; four levels; another model's probabilities; a level of won leads only.
x3 = np.round(100 * (x1 + 0.5 * chance.normal(size=n)) + 1000, 1)
level = chance.choice(["a", "b", "c", "d"], size=n, p=[0.4, 0.3, 0.2, 0.1])
rival = np.round(np.clip(1 / (1 + np.exp(0.3 - 0.7 * x1 + 0.7 * chance.normal(size=n))), 0.01, 0.99), 2)
pure = ((won == 1) & (chance.random(n) < 0.1)).astype(int)

with open(here / "rows.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["x1", "x2", "won", "probability", "x3", "level", "rival", "pure"])
    writer.writerows(zip(x1, x2, won, probability, x3, level, rival, pure))


def glm(columns):
    return sm.GLM(won, sm.add_constant(columns), family=sm.families.Binomial()).fit(tol=1e-14, maxiter=100)


fit = glm(np.column_stack([x1, x2]))
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

# All columns, level a being the reference.
names = ["x1", "x2", "x3", "b", "c", "d"]
columns = np.column_stack([x1, x2, x3] + [(level == name).astype(float) for name in "bcd"])
full = glm(columns)
for place, name in enumerate(["intercept"] + names):
    figures |= {
        f"full {name}": full.params[place], f"full {name} error": full.bse[place], f"full {name} z": full.tvalues[place],
        f"full {name} p": full.pvalues[place], f"full {name} low": full.conf_int()[place][0],
        f"full {name} high": full.conf_int()[place][1],
    }
figures |= {
    "full log likelihood": full.llf, "full deviance": full.deviance, "full null deviance": full.null_deviance,
    "full aic": full.aic, "full pseudo r2": full.pseudo_rsquared("mcf"),
    "full likelihood ratio p": scipy.stats.chi2.sf(full.null_deviance - full.deviance, full.df_model),
}
with_constant = sm.add_constant(columns)
for place, name in enumerate(names):
    figures[f"vif {name}"] = variance_inflation_factor(with_constant, place + 1)

# The order in which scikit-learn eliminates standardised columns: 6 goes first, 1 stays.
standard = (columns - columns.mean(axis=0)) / columns.std(axis=0)
free = LogisticRegression(C=np.inf, tol=1e-12, max_iter=100_000)
for name, rank in zip(names, RFE(free, n_features_to_select=1).fit(standard, won).ranking_):
    figures[f"rank {name}"] = rank


def penalised(x, y, strength, mix):
    """The intercept and coefficients of scikit-learn."""
    model = LogisticRegression(
        C=1 / (len(y) * strength), l1_ratio=mix, solver="saga", tol=1e-13, max_iter=1_000_000, random_state=0)
    model.fit(x, y)
    # saga ends where coefficients no longer move, and those that are all 0 never do: the intercept is not there yet.
    intercept = model.intercept_ if model.coef_.any() else [np.log(y.mean() / (1 - y.mean()))]
    return np.concatenate([intercept, model.coef_[0]])


# Columns as they are: those of small numbers, as saga needs them.
plain = np.delete(columns, 2, axis=1)
for mix in [1, 0.5, 0]:
    for strength in [0.05, 0.005]:
        found = penalised(plain, won, strength, mix)
        for name, value in zip(["intercept", "x1", "x2", "b", "c", "d"], found):
            figures[f"net {mix} {strength} {name}"] = 0 if abs(value) < 1e-12 else value
        back = penalised(standard, won, strength, mix)
        for name, value in zip(names, back[1:] / columns.std(axis=0)):
            figures[f"standard net {mix} {strength} {name}"] = 0 if abs(value) < 1e-12 else value

# Five folds by turns, and a path of ten lassos on standardised columns of all rows.
largest = np.max(np.abs(plain.T @ (won - won.mean()))) / n
figures["largest lambda"] = largest
strengths = largest * 1e-3 ** (np.arange(10) / 9)
fold = np.arange(n) % 5
losses = np.zeros((5, 10))
for f in range(5):
    for place, strength in enumerate(strengths):
        found = penalised(plain[fold != f], won[fold != f], strength, 1)
        margin = found[0] + plain[fold == f] @ found[1:]
        losses[f, place] = np.mean(np.logaddexp(0, margin) - won[fold == f] * margin)
mean = losses.mean(axis=0)
error = np.sqrt(((losses - mean) ** 2).mean(axis=0) / 4)
for place in range(10):
    figures[f"fold loss {place}"] = mean[place]
    figures[f"fold error {place}"] = error[place]
best = int(np.argmin(mean))
figures["lambda min"] = best
figures["lambda 1se"] = int(np.flatnonzero(mean <= mean[best] + error[best])[0])

# DeLong, from the definition.
areas, placements = [], []
for scores in [probability, rival]:
    pairs = np.array([[1.0 if p > q else 0.5 if p == q else 0.0 for q in scores[won == 0]] for p in scores[won == 1]])
    areas.append(pairs.mean())
    placements.append((pairs.mean(axis=1), pairs.mean(axis=0)))
covariance = sum(np.cov(np.array([p[side] for p in placements])) / len(placements[0][side]) for side in [0, 1])
error = np.sqrt(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
figures |= {
    "area": areas[0], "rival area": areas[1], "area variance": covariance[0, 0], "rival area variance": covariance[1, 1],
    "area covariance": covariance[0, 1], "area difference error": error,
    "area difference p": 2 * scipy.stats.norm.sf(abs(areas[0] - areas[1]) / error),
}

# Firth, with a level of won leads only.
x = sm.add_constant(np.column_stack([x1, pure]))


def score(b):
    p = 1 / (1 + np.exp(-x @ b))
    root = np.sqrt(p * (1 - p))[:, None] * x
    hat = np.sum(root @ np.linalg.inv(root.T @ root) * root, axis=1)
    return x.T @ (won - p + hat * (0.5 - p))


found = scipy.optimize.root(score, np.zeros(3), tol=1e-14).x
for name, value in zip(["intercept", "x1", "pure"], found):
    figures[f"firth {name}"] = value

with open(here / "figures.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["figure", "value"])
    writer.writerows((name, repr(float(value))) for name, value in figures.items())
