#!/usr/bin/env python3
"""Times the learners beside scikit-learn and XGBoost on the same numbers, one thread each.

    Benchmarks/learning_speed.py [--rows 1000000] [--folder DIR]

Needs numpy, scikit-learn and xgboost (Benchmarks/setup does not install the last two: pip install scikit-learn xgboost).
Seconds are processor seconds of fitting alone, the median of three; ratios are ours to the peer's. The seed is fixed.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402
import sklearn.linear_model  # noqa: E402
import xgboost  # noqa: E402

HERE = pathlib.Path(__file__).parent
BENCH = HERE / ".build-learning/release/learning-bench"


def timed(work, times=3):
    """What the work gave last, and the median of its processor seconds."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return result, statistics.median(seconds)


def ours(*arguments, times=3):
    """The figures of our program, the median of each."""
    runs = [json.loads(subprocess.run([BENCH, *map(str, arguments)], capture_output=True, text=True, check=True).stdout)
            for _ in range(times)]
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def logistic(rows, folder):
    """A regression of outcomes on 50 numbers, both to the same log-likelihood."""
    random = np.random.default_rng(1)
    x = random.standard_normal((rows, 50))
    weights = random.standard_normal(50) / 7
    y = (random.random(rows) < 1 / (1 + np.exp(-(x @ weights - 1)))).astype(np.uint8)
    np.asfortranarray(x).T.tofile(folder / "x.bin")
    y.tofile(folder / "y.bin")
    mine = ours("logistic", folder / "x.bin", folder / "y.bin", "--tolerance", "1e-8")
    model = sklearn.linear_model.LogisticRegression(C=1e10, solver="lbfgs", tol=1e-6, max_iter=1000)
    fitted, seconds = timed(lambda: model.fit(x, y))
    margins = fitted.decision_function(x)
    likelihood = -np.logaddexp(0, np.where(y == 1, -margins, margins)).sum()
    print(f"logistic, {rows:,} x 50: ours {mine['cpu_s']:.2f} s ({mine['log_likelihood']:.4f}), "
          f"lbfgs {seconds:.2f} s ({likelihood:.4f}), ratio {mine['cpu_s'] / seconds:.2f}")


def boosting(rows, folder):
    """Tables and trees of 40 bins, grown for 300 rounds; 300 trees walked."""
    random = np.random.default_rng(2)
    codes = random.integers(1, 41, size=(rows, 20)).astype(np.uint8)
    margin = np.sin(codes[:, 0] / 6.0) + (codes[:, 1] > 20) * (codes[:, 2] / 40) + codes[:, 3] / 30 - 1.5
    y = (random.random(rows) < 1 / (1 + np.exp(-margin))).astype(np.uint8)
    np.asfortranarray(codes).T.tofile(folder / "codes.bin")
    y.tofile(folder / "labels.bin")
    mine = ours("boosting", folder / "codes.bin", folder / "labels.bin", times=1)
    matrix = xgboost.DMatrix(codes.astype(np.float32), label=y, nthread=1)
    parameters = {"objective": "binary:logistic", "tree_method": "hist", "max_bin": 256, "nthread": 1, "max_depth": 4,
                  "eta": 0.04, "subsample": 0.8, "colsample_bytree": 0.6, "min_child_weight": 3, "seed": 0}
    booster, training = timed(lambda: xgboost.train(parameters, matrix, 300), times=1)
    booster.set_param({"nthread": 1})
    fresh = codes.astype(np.float32)
    _, predicting = timed(lambda: booster.predict(xgboost.DMatrix(fresh, nthread=1), output_margin=True))
    print(f"tables, {rows:,} x 20 in 40 bins, 300 cycles: ours {mine['additive_train_cpu_s']:.2f} s, "
          f"XGBoost's 300 trees {training:.2f} s, ratio {mine['additive_train_cpu_s'] / training:.2f}")
    print(f"walking 300 trees over {rows:,} leads: ours {mine['trees_walk_cpu_s']:.2f} s, XGBoost {xgboost.__version__} "
          f"{predicting:.2f} s, ratio {mine['trees_walk_cpu_s'] / predicting:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="leadline-learning-") as made:
        folder = options.folder or pathlib.Path(made)
        logistic(options.rows, folder)
        boosting(options.rows, folder)


if __name__ == "__main__":
    main()
