#!/usr/bin/env python3
"""The benchmark: Leadline and its peers on one workload, checked against the oracle, as JSON lines and a Markdown table.

  Benchmarks/setup                                       # once: the Python environment
  Benchmarks/run.py --size S                             # 10k leads, 200k events: under a minute
  Benchmarks/run.py --size M --runs 3                    # 1M leads, 20M events
  Benchmarks/run.py --report Benchmarks/.work/results-M.jsonl

Builds nothing. Each step of each engine is a process of its own, in turns, with a time limit. README.md says what the
steps measure. Needs only the standard library itself. Exit 1 if an engine fails or differs from the oracle.
"""
import argparse, collections, datetime, hashlib, json, os, platform, shutil, signal, statistics, subprocess, sys, tempfile
import threading, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON, WORK, MODEL = HERE / ".venv/bin/python", HERE / ".work", HERE / "reference.yaml"
OURS, PEERS = "leadline", ("duckdb", "polars", "clickhouse")
STEPS = ("load", "score", "whatif", "compare", "explain", "endtoend", "derived", "profile")
OURS_ONLY = ("compare", "explain", "derived", "profile")
COMMAND_LINE = ("endtoend", "derived")                                   # steps of the real CLI, measured from outside
ORDER = ("load", "score", "whatif.prepare", "whatif", "compare", "explain", "endtoend", "derived", "profile")
AS_OF = "2025-07-01T00:00:00Z"
LIMIT_S = dict(S=120, M=600, L=1800)                                     # for one process
Outcome = collections.namedtuple("Outcome", "lines wall_s cpu_s peak_mb")


# ---- processes --------------------------------------------------------------------------------------------------

def run(command, limit_s):
    """Run a command and measure it from outside: user and system CPU, the peak of its memory, wall time.

    The lines are what it printed on stdout. A failure or a time-out ends the benchmark with the end of its output.
    """
    with tempfile.TemporaryFile("w+") as out:
        start = time.perf_counter()
        process = subprocess.Popen([str(c) for c in command], stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        timer = threading.Timer(limit_s, os.kill, (process.pid, signal.SIGKILL))
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        finally:
            timer.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        lines = out.read().splitlines()
    if process.returncode:
        why = f"ran longer than {limit_s} s" if wall >= limit_s else f"failed ({process.returncode})"
        raise SystemExit("\n".join([*lines[-20:], f"{' '.join(map(str, command))}\n{why}"]))
    return Outcome(lines, round(wall, 3), round(usage.ru_utime + usage.ru_stime, 3), usage.ru_maxrss // 1024)


def commands(o, engine, step, out):
    """The command of a step; None if the engine does not have it."""
    write = ["--out", out] if out else []
    if engine != OURS:
        if step in OURS_ONLY:
            return None
        return [PYTHON, HERE / f"peers/{engine}_peer.py", "--data", o.data, "--work", storage(o, engine), "--threads", o.threads,
                "--as-of", AS_OF, "--steps", step, *write]
    if step in COMMAND_LINE:
        return [o.leadline, "score", o.data / "leads.csv", "--events", o.data / "events.csv", "--model",
                derived_model(o) if step == "derived" else o.model, "--as-of", AS_OF, "--threads", o.threads, *write]
    return [o.leadline_bench, "--data", o.data, "--model", o.model, "--threads", o.threads, "--as-of", AS_OF, "--steps", step, *write]


def derived_model(o):
    """The reference model with rules about what is worked out from texts as people typed them: every function once."""
    rules = """
  derived:
    rules:
      - { name: Kind of address, by: email_kind(email), points: { personal: -5, role: -3, disposable: -20, other: 1 } }
      - { name: Rank, by: seniority(job_title), points: { owner | c-level | vp: 10, director: 8, manager: 5, other: 1 } }
      - { name: Function, by: department(job_title), points: { sales | marketing: 5, it | engineering: 3, other: 1 } }
      - { name: Market, by: country(country), points: { US | CA: 5, GB | DE | FR | NL: 3, other: 1 } }
      - { name: Typed carelessly, when: uncapitalised(company) or repeated(company) or keyboard_walk(company), points: -5 }
"""
    path = WORK / "derived.yaml"
    path.write_text(o.model.read_text().replace("\nscores:\n", f"\nscores:{rules}\n", 1))
    return path


def measure(o, engine, step, run_number):
    """Run one step of one engine; check what it wrote in the first run, if it is checked at all; return its JSON lines."""
    checked = step in checked_steps(o, engine)
    out = WORK / f"scores-{o.size}-{engine}-{step}.csv" if checked or step in ("endtoend", "derived") else None
    command = commands(o, engine, step, out)
    if not command:
        return []
    load = round(os.getloadavg()[0], 1)
    done = run(command, o.limit)
    outside = dict(wall_s=done.wall_s, cpu_s=done.cpu_s, peak_rss_mb=done.peak_mb)
    if engine == OURS and step in COMMAND_LINE:                          # the real CLI, which prints for people
        lines = [dict(peer=OURS, step=step, rows=count_rows(out), load_average=load)]
    else:
        lines = [json.loads(line) for line in done.lines if line.startswith("{")]
    for line in lines:
        if step in COMMAND_LINE:                                         # everybody's from outside
            line.update(outside)
        line.update(run=run_number, size=o.size, threads=o.threads, **{f"process_{k}": v for k, v in outside.items()})
    if checked and run_number == 1:
        lines[-1]["check"] = check(o, out, what_if=step == "whatif")
    if out:
        out.unlink()
    return lines


def count_rows(path):
    with open(path, "rb") as f:
        return sum(1 for _ in f) - 1


# ---- the oracle -------------------------------------------------------------------------------------------------

def checked_steps(o, engine):
    """Ours on S and M, the peers on S; L is too large for the oracle."""
    if o.no_check or o.size == "L" or o.size == "M" and engine != OURS:
        return ()
    return ("whatif", "endtoend") if o.size == "M" else ("score", "whatif", "endtoend")


def check(o, path, what_if):
    command = [PYTHON, HERE / "workload/oracle.py", "--data", o.data, "--check", path, "--as-of", AS_OF]
    return run(command + ["--what-if"] * what_if, LIMIT_S["M"]).lines[-1]


# ---- what has to be there ---------------------------------------------------------------------------------------

def workload(o):
    """Generate the data once. The marker names the generator; a folder appears only when it is complete."""
    generator = HERE / "workload/make_workload.py"
    numpy = next(line for line in (HERE / "requirements.txt").read_text().splitlines() if line.startswith("numpy"))
    wanted = f"{o.size} {numpy} make_workload.py {hashlib.sha256(generator.read_bytes()).hexdigest()[:16]}\n"
    marker = o.data / "workload.txt"
    if marker.exists() and marker.read_text() == wanted:
        return wanted
    if o.data.exists() and any(o.data.iterdir()):
        raise SystemExit(f"{o.data} holds something else than this workload. Remove it, or choose another --data.")
    partial = o.data.with_name(o.data.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    print(f"generating {o.data}", file=sys.stderr)
    run([PYTHON, generator, "--size", o.size, "--out", partial], LIMIT_S["L"])
    (partial / marker.name).write_text(wanted)
    if o.data.exists():
        o.data.rmdir()
    partial.rename(o.data)
    return wanted


def storage(o, engine):
    return WORK / f"storage-{o.size}" / engine


def plan(o, engine, identity):
    """The steps of an engine: a peer loads first if a warm step is wanted and its storage holds no or other data."""
    stamp, steps = storage(o, engine) / "data.txt", list(o.steps)
    if engine == OURS or not {"score", "whatif"} & set(steps) and "load" not in steps:
        return steps
    stale = not stamp.exists() or stamp.read_text() != identity
    if stale:
        shutil.rmtree(stamp.parent, ignore_errors=True)
    return steps if "load" in steps or not stale else ["load", *steps]


def warm_file_cache(folder):
    """Read the files once, so that nobody pays for the disk."""
    for path in folder.glob("*.csv"):
        with open(path, "rb") as f:
            while f.read(1 << 20):
                pass


# ---- the report -------------------------------------------------------------------------------------------------

def machine(o):
    field = lambda path, key: next((line.split(":", 1)[1].strip() for line in open(path) if line.startswith(key)), "unknown")
    code = "import importlib.metadata as m; print(*(f'{p} {m.version(p)}' for p in ('duckdb', 'polars', 'chdb', 'chdb-core')), sep=', ')"
    versions = [f"Python {platform.python_version()}", *run([PYTHON, "-c", code], 60).lines]
    if OURS in o.engines:
        versions.insert(0, "leadline " + " ".join(run([o.leadline, "--version"], 60).lines[:1]).removeprefix("leadline").strip())
    return dict(date=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"), cores=len(os.sched_getaffinity(0)),
                memory_gb=round(int(field("/proc/meminfo", "MemTotal").split()[0]) / 2**20, 1),
                cpu=field("/proc/cpuinfo", "model name"), system=f"{platform.system()} {platform.machine()}",
                versions=", ".join(versions), size=o.size, threads=o.threads)


def report(lines):
    """The Markdown of JSON lines: medians over the runs, and how much more CPU the best peer takes than ours."""
    cells, text = collections.defaultdict(list), []
    for m in (line["machine"] for line in lines if "machine" in line):
        text += [f"Size {m['size']}, {m['threads']} threads, {m['date']}, on {m['cores']} cores of {m['cpu']}, {m['memory_gb']} GB, "
                 f"{m['system']}. {m['versions']}.", ""]
    measured = [line for line in lines if "step" in line]
    if not measured:
        return "nothing was measured"
    for line in measured:
        cells[line["step"], line["peer"]].append(line)
    middle = lambda step, peer, key: statistics.median(line[key] for line in cells[step, peer])
    text += ["| step | engine | CPU s | wall s | peak MB | CPU of the best peer / ours |", "|---|---|---:|---:|---:|---:|"]
    for step in ORDER:
        cpu = {peer: middle(step, peer, "cpu_s") for s, peer in list(cells) if s == step}
        best = min((peer for peer in cpu if peer != OURS), key=cpu.get, default=None)
        for peer in sorted(cpu, key=lambda p: (p != OURS, cpu[p])):
            ratio = f"{cpu[best] / cpu[OURS]:.1f} ({best})" if peer == OURS and best and cpu[OURS] else ""
            text.append(f"| {step} | {peer} | {cpu[peer]:.2f} | {middle(step, peer, 'wall_s'):.2f} | "
                        f"{middle(step, peer, 'peak_rss_mb'):.0f} | {ratio} |")
    loads = [line["load_average"] for line in measured]
    checks = [line for line in measured if "check" in line]
    text += ["", f"{max(line['run'] for line in measured)} run(s); load average {min(loads)} to {max(loads)}; "
             + (f"{len(checks)} outputs checked, all equal to the oracle." if checks else "no output was checked.")]
    return "\n".join(text)


# ---- the command line -------------------------------------------------------------------------------------------

def options():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--size", choices=LIMIT_S, default="M")
    a.add_argument("--data", type=Path, help="folder of the workload, made if absent (default .work/SIZE)")
    a.add_argument("--peers", default=",".join(PEERS), help="of duckdb, polars, clickhouse, or none (default all)")
    a.add_argument("--without-ours", action="store_true", help="only the peers")
    a.add_argument("--steps", default=",".join(STEPS), help=f"of {', '.join(STEPS)} (default all)")
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--runs", type=int, default=1)
    a.add_argument("--limit", type=int, help="seconds that one process may take (default by size)")
    a.add_argument("--no-check", action="store_true", help="leave the oracle out")
    a.add_argument("--leadline", type=Path, default=HERE.parent / ".build-core/release/leadline")
    a.add_argument("--leadline-bench", type=Path, default=HERE / ".build/release/leadline-bench")
    a.add_argument("--model", type=Path, default=MODEL)
    a.add_argument("--results", type=Path, help="file of the JSON lines (default .work/results-SIZE.jsonl)")
    a.add_argument("--report", type=Path, nargs="+", metavar="FILE", help="print the table of earlier results and stop")
    o = a.parse_args()
    o.peers, o.steps = [p for p in o.peers.split(",") if p != "none"], o.steps.split(",")
    if not set(o.peers) <= set(PEERS) or not set(o.steps) <= set(STEPS):
        a.error(f"peers are {', '.join(PEERS)}, steps are {', '.join(STEPS)}")
    if o.threads < 1 or o.runs < 1:
        a.error("--threads and --runs start at 1")
    o.data = (o.data or WORK / o.size).absolute()
    o.engines = [OURS] * (not o.without_ours) + o.peers
    o.limit, o.results = o.limit or LIMIT_S[o.size], o.results or WORK / f"results-{o.size}.jsonl"
    return o


def main():
    o = options()
    if o.report:
        return print(report([json.loads(line) for path in o.report for line in path.read_text().splitlines()]))
    if not PYTHON.exists():
        raise SystemExit("Run Benchmarks/setup first.")
    missing = [p for p in (o.leadline, o.leadline_bench, o.model) if OURS in o.engines and not p.exists()]
    if missing:
        raise SystemExit(f"There is no {', '.join(map(str, missing))}. Build first, see README.md, or use --without-ours.")
    WORK.mkdir(exist_ok=True)
    identity = f"{o.data}\n{workload(o)}"
    if not o.engines:
        return
    warm_file_cache(o.data)
    lines = []
    with open(o.results, "w") as results:
        def keep(line):
            lines.append(line)
            print(json.dumps(line), file=results, flush=True)
            print(json.dumps(line), flush=True)
        keep(dict(machine=machine(o)))
        for number in range(1, o.runs + 1):
            steps = {engine: plan(o, engine, identity) for engine in o.engines}
            for step in STEPS:
                for engine in (e for e in o.engines if step in steps[e]):
                    storage(o, engine).mkdir(parents=True, exist_ok=True)
                    for line in measure(o, engine, step, number):
                        keep(line)
                    if step == "load":
                        (storage(o, engine) / "data.txt").write_text(identity)
    print("\n" + report(lines))


if __name__ == "__main__":
    main()
