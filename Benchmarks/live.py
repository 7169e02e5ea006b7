#!/usr/bin/env python3
"""Measures live ingestion: stored, deduplicated, rescored, written to history and outbox, acknowledged after the commit.

    Benchmarks/live.py                     # 100,000 leads, 10 seconds each
    Benchmarks/live.py --seconds 5 --leads 20000 --json

Server and load share the machine's cores. `wrk` makes the load (Debian: apt-get install wrk), because Python would take
more of the cores than the server. The yardstick is SQLite alone, in the same run: the rows of events and of
their ids, in the server's own tables, indexes and settings, and in transactions as large as the server's.
"""

import argparse
import base64
import http.client
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "torture"))
from server import Caller, Server, create_key  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(os.path.dirname(HERE), ".build", "release", "leadline"))
    parser.add_argument("--model", default=os.path.join(HERE, "reference.yaml"))
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--batch-connections", type=int, default=8)
    parser.add_argument("--single-connections", type=int, default=64)
    parser.add_argument("--folder", help="where the ledger is made; a temporary folder otherwise")
    parser.add_argument("--only", help="only these steps, separated by commas: batches, singles, stream, sqlite")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing: apt-get install wrk")
    folder = tempfile.mkdtemp(prefix="leadline-live-", dir=options.folder)
    try:
        figures = Bench(options, folder).run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(figures) if options.json else table(figures))


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.path = os.path.join(folder, "live.db")
        self.log = open(os.path.join(folder, "server.log"), "w")
        self.figures = {"cores": os.cpu_count(), "leads": options.leads}
        self.runs = 0

    def run(self):
        options = self.options
        self.admin = create_key(options.binary, self.path, "admin")
        self.key = create_key(options.binary, self.path, "ingest")
        self.token = base64.b64encode(f"{self.key}:".encode()).decode()
        self.server = Server(options.binary, self.path, options.model, self.log)
        if not self.server.start():
            sys.exit("the server does not start: " + "\n".join(self.server.lines))
        self.import_leads()
        steps = {"batches": self.batches, "singles": self.singles, "stream": self.stream, "sqlite": self.bare}
        for name, step in steps.items():
            if options.only is None or name in options.only.split(","):
                step()
                print(f"{name}: {json.dumps(self.figures[name])}", file=sys.stderr)
        _, self.figures["server_mb"] = self.server.statistics()
        self.server.stop()
        doctor = subprocess.run([options.binary, "doctor", "--rescore", "--data", self.path], capture_output=True, text=True)
        self.figures["scores_are_right"] = doctor.returncode == 0
        if doctor.returncode:
            sys.exit("the scores are wrong: " + doctor.stdout)
        return self.figures

    def import_leads(self):
        chance = random.Random(1)
        caller = Caller(self.server.port, self.key, timeout=120)
        start = time.monotonic()
        for first in range(1, self.options.leads + 1, 1000):
            batch = [self.lead(number, chance) for number in range(first, min(first + 1000, self.options.leads + 1))]
            status, answer = caller.call("POST", "/v1/batch", {"batch": batch})
            if status != 200 or answer["problems"]:
                sys.exit(f"leads are refused: {status} {answer}")
        seconds = time.monotonic() - start
        cpu, memory = self.server.statistics()
        self.figures["leads_a_second"] = round(self.options.leads / seconds)
        print(f"{self.options.leads:,} leads in {seconds:.1f} s, {cpu:.1f} CPU s, {memory:.0f} MB", file=sys.stderr)

    @staticmethod
    def lead(number, chance):
        return {"type": "identify", "messageId": f"lead-{number}", "userId": f"user-{number}", "traits": {
            "email": f"person{number}@company{number % 7000}.example", "job_title": chance.choice(
                ["CTO", "Head of Sales", "Software Engineer", "Intern", "Marketing Manager"]),
            "seniority": chance.choice(["c_level", "director", "manager", "other"]),
            "department": chance.choice(["sales", "it", "engineering", "finance"]),
            "company_size": chance.choice([5, 20, 120, 400, 5000]), "industry": chance.choice(["software", "retail", "mining"]),
            "country": chance.choice(["us", "de", "fr", "br"]), "lead_source": chance.choice(["referral", "webinar", "ads"]),
            "budget": chance.choice([0, 20000, 80000])}}

    def wrk(self, batch, connections, seconds):
        self.runs += 1
        cpu, _ = self.server.statistics()
        before = self.transactions()
        done = subprocess.run(
            ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s",
             os.path.join(HERE, "live", "load.lua"), f"http://127.0.0.1:{self.server.port}", "--", f"r{self.runs}",
             str(batch), str(self.options.leads), self.token], capture_output=True, text=True, check=True)
        found = json.loads(done.stdout.strip().splitlines()[-1])
        taken = (found["requests"] - found["refused"]) * batch
        found |= {
            "events_per_second": round(taken / found["seconds"]),
            "cpu_us_per_event": round((self.server.statistics()[0] - cpu) / max(taken, 1) * 1e6, 1),
            "events_per_transaction": round(taken / max(1, self.transactions() - before), 1)}
        return found

    def transactions(self):
        ledger = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        count, = ledger.execute('SELECT "commit" FROM head').fetchone()
        ledger.close()
        return count

    def batches(self):
        self.figures["batches"] = self.wrk(100, self.options.batch_connections, self.options.seconds)

    def singles(self):
        self.figures["singles"] = self.wrk(1, self.options.single_connections, self.options.seconds)

    def stream(self):
        """From the acknowledgement of an event that lifts a lead to its crossing on the live stream, under some load."""
        arrivals, acknowledged = {}, {}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        connection.request("GET", "/api/v1/stream", headers={"Authorization": f"Bearer {self.admin}"})
        response = connection.getresponse()
        if response.status != 200:
            sys.exit(f"the stream is refused: {response.status} {response.read()}")
        threading.Thread(target=listen, args=(response, arrivals), daemon=True).start()
        load = threading.Thread(target=lambda: self.wrk(1, 4, self.options.seconds))
        load.start()
        caller = Caller(self.server.port, self.key)
        index = 0
        while load.is_alive():
            index += 1
            user = f"probe-{index}"
            caller.call("POST", "/v1/identify", {"userId": user, "messageId": f"i-{user}", "traits": {
                "email": f"{user}@example.com", "seniority": "director", "company_size": 400}})
            caller.call("POST", "/v1/track", {"userId": user, "messageId": f"t-{user}", "event": "demo_request"})
            acknowledged[user] = time.monotonic()
            time.sleep(0.01)
        time.sleep(1.5)
        ledger = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        leads = dict(ledger.execute("SELECT value, lead FROM identities WHERE value LIKE 'probe-%' AND kind = 2"))
        ledger.close()
        waits = sorted((arrivals[leads[user]] - at) * 1000 for user, at in acknowledged.items() if leads[user] in arrivals)
        self.figures["stream"] = {
            "crossings": len(acknowledged), "arrived": len(waits), "p50_ms": round(waits[len(waits) // 2], 1),
            "p99_ms": round(waits[len(waits) * 99 // 100], 1), "max_ms": round(waits[-1], 1)}

    def bare(self):
        """SQLite alone: events and ids into the same tables, in transactions of the server's size."""
        size = max(1, round(self.figures.get("batches", {}).get("events_per_transaction", 100)))
        copy = self.path + ".copy"
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        ledger = sqlite3.connect(copy, isolation_level=None)
        ledger.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; "
                             "PRAGMA wal_autocheckpoint = 16384")
        chance, number, at = random.Random(2), 10 ** 9, int(time.time())
        rows, spent, cpu, start = 0, 0.0, 0.0, time.monotonic()
        while time.monotonic() - start < self.options.seconds:
            events, ids = [], []
            for _ in range(size):
                number += 1
                events.append((chance.randint(1, self.options.leads), at, number, chance.randint(1, 200), 0, 1))
                ids.append((chance.getrandbits(63), chance.getrandbits(62), 1))
            began = time.monotonic(), time.process_time()
            ledger.execute("BEGIN IMMEDIATE")
            ledger.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", events)
            ledger.executemany("INSERT INTO messages VALUES (?, ?, ?)", ids)
            ledger.execute("COMMIT")
            spent += time.monotonic() - began[0]
            cpu += time.process_time() - began[1]
            rows += size
        ledger.close()
        os.unlink(copy)
        self.figures["sqlite"] = {
            "events_per_second": round(rows / spent), "events_per_transaction": size,
            "cpu_us_per_event": round(cpu / rows * 1e6, 1)}
        if "batches" in self.figures:
            self.figures["sqlite"]["times_the_server"] = round(
                rows / spent / self.figures["batches"]["events_per_second"], 2)


def listen(response, arrivals):
    """Notes when the first crossing of each lead because of an event arrived."""
    while True:
        line = response.readline()
        if not line:
            return
        if line.startswith(b"data:"):
            data = json.loads(line[5:])
            if data["cause"]["kind"] == "event":
                arrivals.setdefault(data["lead"], time.monotonic())


def table(figures):
    """The figures as BENCHMARKS.md has them."""
    lines = ["| | events a second | p50 ms | p99 ms | CPU µs for each event | events in a transaction |", "|---|---:|---:|---:|---:|---:|"]
    for name in ("batches", "singles", "stream", "sqlite"):
        found = figures.get(name, {})
        cells = [found.get(key, "") for key in (
            "events_per_second", "p50_ms", "p99_ms", "cpu_us_per_event", "events_per_transaction")]
        lines.append(f"| {name} | " + " | ".join(f"{cell:,}" if cell != "" else "" for cell in cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
