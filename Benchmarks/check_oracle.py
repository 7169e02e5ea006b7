#!/usr/bin/env python3
"""Exactness: the command line against the oracle, to the integer, over many small workloads.

  Benchmarks/check_oracle.py --seeds 1,2,3

A case is a seed, a size, an as-of instant, the order of the rows in the files (as made, shuffled) and a number of threads.
The oracle always reads the files as made. Exit 1 if a case differs or fails. Builds nothing.
"""
import argparse, random, shutil, subprocess, sys, tempfile
from itertools import product
from pathlib import Path

HERE = Path(__file__).resolve().parent
AS_OF = ("2025-07-01T00:00:00Z", "2025-06-15T13:37:00Z", "2025-03-01T00:00:00Z", "2024-12-31T23:59:59Z")


def call(*command, limit_s=120):
    """Run a command; whether it succeeded, and the last lines of what it printed."""
    try:
        done = subprocess.run([str(c) for c in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=limit_s)
        return done.returncode == 0, done.stdout.splitlines()[-8:]
    except subprocess.TimeoutExpired:
        return False, [f"ran longer than {limit_s} s"]


def shuffle(source, target, rng):
    """A copy of a CSV file with its rows in another order; no field of the workload holds a line break."""
    header, *rows = source.read_bytes().splitlines(keepends=True)
    rng.shuffle(rows)
    target.write_bytes(header + b"".join(rows))


def folders(python, work, seed, size):
    """The workload of a seed and size: the folder as made, and one with both files shuffled."""
    leads, per_lead = size.split("x")
    made, shuffled = work / f"{seed}-{size}", work / f"{seed}-{size}-shuffled"
    shuffled.mkdir()
    ok, lines = call(python, HERE / "workload/make_workload.py", "--leads", leads, "--events-per-lead", per_lead, "--seed", seed, "--out", made)
    if not ok:
        raise SystemExit("\n".join(["the workload was not made", *lines]))
    rng = random.Random(int(seed))
    for name in ("leads.csv", "events.csv"):
        shuffle(made / name, shuffled / name, rng)
    return dict(made=made, shuffled=shuffled)


def case(o, folder, made, as_of, threads, out):
    """Score one folder and compare; whether it equals the oracle, and what there is to say."""
    out.unlink(missing_ok=True)
    ok, lines = call(o.leadline, "score", folder / "leads.csv", "--events", folder / "events.csv", "--model", o.model,
                     "--as-of", as_of, "--threads", threads, "--out", out)
    if not ok or not out.exists():
        return False, ["the command failed or wrote nothing", *lines]
    return call(o.python, HERE / "workload/oracle.py", "--data", made, "--check", out, "--as-of", as_of)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--seeds", default="1,2,3")
    a.add_argument("--sizes", default="50x3,2000x20", help="leads x events per lead (default 50x3,2000x20)")
    a.add_argument("--as-of", default=",".join(AS_OF), help=f"instants (default {','.join(AS_OF)})")
    a.add_argument("--threads", default="1,2")
    a.add_argument("--leadline", type=Path, default=HERE.parent / ".build-core/release/leadline")
    a.add_argument("--model", type=Path, default=HERE / "reference.yaml")
    a.add_argument("--python", type=Path, default=HERE / ".venv/bin/python", help="one with numpy and pyarrow (default .venv/bin/python)")
    o = a.parse_args()
    for needed in (o.python, o.leadline, o.model):
        if not needed.exists():
            raise SystemExit(f"There is no {needed}. Run Benchmarks/setup and build first, see README.md.")
    failed = total = 0
    work = Path(tempfile.mkdtemp(prefix="leadline-oracle-"))
    try:
        for seed, size in product(o.seeds.split(","), o.sizes.split(",")):
            data = folders(o.python, work, seed, size)
            for as_of, rows, threads in product(o.as_of.split(","), data, o.threads.split(",")):
                equal, lines = case(o, data[rows], data["made"], as_of, threads, work / "scores.csv")
                failed, total = failed + (not equal), total + 1
                print(f"{'equal ' if equal else 'DIFFER'}  seed {seed}  {size}  {as_of}  rows {rows}  threads {threads}: {lines[-1] if lines else ''}", flush=True)
                if not equal:
                    print("\n".join("        " + line for line in lines[:-1]), flush=True)
    finally:
        shutil.rmtree(work)
    print(f"{total} cases, {failed} differ from the oracle")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
