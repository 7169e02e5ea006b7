#!/usr/bin/env python3
"""Kills the server at random moments under load, again and again, and checks that nothing that was acknowledged is lost.

    python3 Benchmarks/torture                  # 200 cycles, then the trials
    python3 Benchmarks/torture --cycles 20 --seed 7 --without-trials

Needs nothing but Python and a built `leadline`. What has to hold stands in `ledger.py`. Exit code 1 if something does not;
the ledger and the server's log are kept then, and the seed makes the same load again (but not the same moments).
"""

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import ledger
import trials
from load import Book, Load, send
from receiver import Receiver
from server import Caller, Server, create_key, until

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "leadline"))
    parser.add_argument("--folder", help="where ledgers are made; a temporary folder otherwise")
    parser.add_argument("--without-trials", action="store_true", help="no full disk, locks, damage, idle connections")
    parser.add_argument("--trials", help="only these trials, by name, separated by commas")
    options = parser.parse_args()
    folder = options.folder or tempfile.mkdtemp(prefix="leadline-torture-")
    os.makedirs(folder, exist_ok=True)
    print(f"seed {options.seed}, {options.binary}", flush=True)
    wrong = []
    if options.trials is None:
        wrong += Torture(options, folder).run()
    if not options.without_trials:
        wrong += trials.run(options.binary, os.path.join(HERE, "model.yaml"), folder, options.trials)
    if wrong:
        print(f"\n{len(wrong)} violations; ledgers and logs are in {folder}, the seed was {options.seed}")
        for violation in wrong:
            print(f"  {violation}")
        sys.exit(1)
    print("nothing is wrong")
    if options.folder is None:
        shutil.rmtree(folder, ignore_errors=True)


class Torture:
    def __init__(self, options, folder):
        self.options = options
        self.binary = options.binary
        self.random = random.Random(options.seed)
        self.path = os.path.join(folder, "torture.db")
        self.log = open(os.path.join(folder, "server.log"), "w")
        self.book = Book(options.seed)
        self.receiver = Receiver(options.seed)
        self.wrong = []
        self.counts = {"kills under load": 0, "kills at the start": 0, "two servers": 0}

    def server(self):
        return Server(self.binary, self.path, os.path.join(HERE, "model.yaml"), self.log)

    def run(self):
        admin, ingest = create_key(self.binary, self.path, "admin"), create_key(self.binary, self.path, "ingest")
        self.subscribe(admin)
        load = Load(self.book, ingest)
        began = time.monotonic()
        for cycle in range(self.options.cycles):
            self.cycle(load)
            if self.wrong:
                break
            if (cycle + 1) % 20 == 0:
                self.doctor(load)
                print(f"  {cycle + 1} cycles, {len(self.book.acknowledged):,} messages acknowledged, "
                      f"{time.monotonic() - began:.0f} s", flush=True)
        load.ports = []
        load.stop()
        self.settle(ingest)
        self.doctor()
        more, figures = ledger.violations(self.path, self.book, self.receiver, 1, source=2)
        self.wrong += more
        self.report(figures | self.counts)
        self.receiver.close()
        return self.wrong

    def subscribe(self, admin):
        server = self.server()
        if not server.start():
            sys.exit("the server does not start: " + "\n".join(server.lines))
        caller = Caller(server.port, admin)
        status, answer = caller.call("POST", "/api/v1/subscriptions", {
            "name": "torture", "channel": "webhook", "target": self.receiver.url, "hourly_limit": 3600})
        if status != 201 or answer["number"] != 1:
            sys.exit(f"the subscription is refused: {status} {answer}")
        self.receiver.secret = answer["secret"]
        self.expect_good_end(server)

    def cycle(self, load):
        server = self.server()
        if self.random.random() < 0.1:
            # In the middle of reading the ledger, say, or of putting right what the last kill left.
            server.start(wait=self.random.uniform(0, 0.3))
            server.kill()
            self.counts["kills at the start"] += 1
            return
        servers = [server]
        if self.random.random() < 0.25:
            # Two processes on one ledger; the second one outlives the first, under load.
            servers.append(self.server())
            self.counts["two servers"] += 1
        for server in servers:
            if not server.start():
                self.wrong.append("the server does not start again: " + "\n".join(server.lines[-5:]))
                return
        load.ports = [server.port for server in servers]
        for server in servers:
            time.sleep(self.random.uniform(0.05, 0.8))
            load.ports = [port for port in load.ports if port != server.port]
            before = server.kill()
            self.counts["kills under load"] += 1
            if before is not None:
                self.wrong.append(f"the server ended by itself with {before}: " + "\n".join(server.lines[-5:]))

    def settle(self, ingest):
        """Sends again what is still to be sent again, and waits until all that is to be told is told."""
        self.receiver.is_good = True
        server = self.server()
        server.start()
        caller = Caller(server.port, ingest)
        again = list(self.book.doubtful.values())
        self.book.doubtful = {}
        for start in range(0, len(again), 100):
            part = again[start:start + 100]
            self.book.settle(part, *send(caller, part))
        outbox = sqlite3.connect(self.path, timeout=30, isolation_level=None)

        def is_told():
            # What waits for a lease to pass or for its next attempt, hours away perhaps, is due now.
            outbox.execute("UPDATE deliveries SET not_before = 0 WHERE state = 0 AND not_before > unixepoch() + 20")
            outbox.execute("UPDATE deliveries SET not_before = 0 WHERE state = 0 AND not_before > unixepoch() "
                           "AND (tried_at IS NULL OR tried_at < unixepoch() - 20)")
            # So is what was more than the hourly limit, and waits for the digest at the full hour.
            outbox.execute("UPDATE deliveries SET not_before = 0 WHERE state = 3 AND attempts = 0 AND not_before > 0")
            return not outbox.execute("SELECT count(*) FROM deliveries WHERE state IN (0, 3)").fetchone()[0]

        # Leases of the killed are ended once; this server's own attempts are left to it.
        outbox.execute("UPDATE deliveries SET not_before = 0 WHERE state = 0")
        if not until(is_told, 600, 0.5):
            left = outbox.execute("SELECT * FROM deliveries WHERE state IN (0, 3) LIMIT 3").fetchall()
            self.wrong.append(f"deliveries are left: {left}")
        outbox.close()
        self.expect_good_end(server)

    def expect_good_end(self, server):
        code = server.stop()
        if code != 0:
            self.wrong.append(f"the server ended with {code} when it was asked to: " + "\n".join(server.lines[-5:]))

    def doctor(self, load=None):
        done = subprocess.run(
            [self.binary, "doctor", "--rescore", "--data", self.path], capture_output=True, text=True, timeout=600)
        if done.returncode != 0:
            self.wrong.append(f"doctor --rescore: {done.returncode}\n{done.stdout}{done.stderr}")

    def report(self, figures):
        answers = {("no answer" if key is None else str(key)): n for key, n in self.book.answers.items()}
        for title, values in [("figures", figures), ("answers", answers), ("the receiver was", self.receiver.behaviour)]:
            print(f"{title}: " + ", ".join(f"{key} {value:,}" for key, value in values.items()), flush=True)


if __name__ == "__main__":
    main()
