"""What happens when disk, file and network misbehave: each trial has a server and a ledger of its own.

The clock that is set back and forward, and midnight during load, are in Tests/ServiceTests/TimeTests.swift: there the
clock is an argument.
"""

import contextlib
import os
import random
import resource
import shutil
import socket
import sqlite3
import subprocess
import time

from load import Book, Load, send
from server import Caller, Server, create_key, until


class Skipped(Exception):
    """The trial cannot take place here; the text says why."""


class Trial:
    """A server on a fresh ledger with a key, and a sender's book."""

    def __init__(self, binary, model, folder, name):
        self.binary, self.model = binary, model
        self.folder = os.path.join(folder, name.replace(" ", "-"))
        os.makedirs(self.folder, exist_ok=True)
        self.path = os.path.join(self.folder, "leadline.db")
        self.log = open(os.path.join(folder, f"{name.replace(' ', '-')}.log"), "w")
        self.book = Book(1)
        self.wrong = []

    def start(self):
        self.key = create_key(self.binary, self.path, "ingest")
        self.server = Server(self.binary, self.path, self.model, self.log)
        if not self.server.start():
            raise RuntimeError("the server does not start: " + "\n".join(self.server.lines))
        return Caller(self.server.port, self.key)

    def post(self, caller, count=1):
        messages = [self.book.message() for _ in range(count)]
        status, answer = send(caller, messages)
        if status == 200:
            self.book.acknowledged.update(message["messageId"] for message in messages)
        return status, answer

    def expect(self, holds, text):
        if not holds:
            self.wrong.append(text)

    def finish(self):
        """Ends the server; everything that was acknowledged has to be there, and the ledger has to be right."""
        self.expect(self.server.is_running, "the server ended by itself: " + "\n".join(self.server.lines[-5:]))
        self.expect(self.server.stop() == 0, "the server did not end well")
        self.check()

    def check(self):
        doctor = self.run("doctor", "--rescore", "--data", self.path)
        self.expect(doctor.returncode == 0, f"doctor: {doctor.stdout}{doctor.stderr}")
        with contextlib.closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as ledger:
            found = {value for (value,) in ledger.execute(
                "SELECT json_extract(properties, '$.id') FROM events JOIN kinds ON kinds.number = kind UNION ALL "
                "SELECT value FROM changes JOIN attributes ON attributes.number = attribute WHERE name = 'seen'")}
        lost = self.book.acknowledged - found
        self.expect(not lost, f"{len(lost)} acknowledged messages are lost, such as {sorted(lost)[:5]}")

    def run(self, *arguments):
        return subprocess.run([self.binary, *arguments], capture_output=True, text=True, timeout=120)


def full_disk(trial):
    """On a file system of 12 MB: refused with 503 once it is full, and taken again once there is room."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount")):
        raise Skipped("a small file system can be mounted by root on Linux only")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "none", trial.folder], capture_output=True).returncode:
        raise Skipped("mounting is not allowed here")
    try:
        ballast = os.path.join(trial.folder, "ballast")
        with open(ballast, "wb") as file:
            file.write(bytes(4 << 20))
        caller = trial.start()
        status = 200
        for _ in range(2000):
            status, answer = trial.post(caller, 50)
            if status != 200:
                break
        trial.expect(status == 503, f"a full disk was answered with {status} {answer}")
        trial.expect(trial.post(caller)[0] in (200, 503), "a full disk is answered with something else than 503 or 200")
        os.unlink(ballast)
        trial.expect(until(lambda: trial.post(caller)[0] == 200, 20), "with room again nothing is taken")
        trial.finish()
    finally:
        if getattr(trial, "server", None) and trial.server.is_running:
            trial.server.kill()
        subprocess.run(["umount", "-l", trial.folder], capture_output=True)


def read_only_file(trial):
    """A ledger that may not be written: the server says so and ends."""
    create_key(trial.binary, trial.path, "ingest")
    if os.geteuid() == 0:
        # Root may write everything, so the whole file system has to be read-only.
        bind = subprocess.run(["mount", "--bind", trial.folder, trial.folder], capture_output=True)
        if bind.returncode:
            raise Skipped("mounting is not allowed here")
        subprocess.run(["mount", "-o", "remount,ro,bind", trial.folder], capture_output=True)
    else:
        os.chmod(trial.path, 0o400)
        os.chmod(trial.folder, 0o500)
    try:
        done = trial.run("serve", "--data", trial.path, "--port", "0")
        trial.expect(done.returncode not in (0, -6, -11) and "read" in done.stderr.lower(),
                     f"a read-only ledger: {done.returncode} {done.stderr}")
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", "-l", trial.folder], capture_output=True)
        else:
            os.chmod(trial.folder, 0o700)


def locked_ledger(trial):
    """Another process holds the lock of writers for longer than the server waits: late or refused, and never lost."""
    trial.start()
    load = Load(trial.book, trial.key)
    load.ports = [trial.server.port]
    time.sleep(0.5)
    for seconds in (2, 14):
        with contextlib.closing(sqlite3.connect(trial.path, timeout=30, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(seconds)
            other.execute("ROLLBACK")
    before = len(trial.book.acknowledged)
    trial.expect(until(lambda: len(trial.book.acknowledged) > before, 20), "nothing is taken after a lock")
    load.stop()
    trial.wrong += trial.book.violations[:5]
    trial.expect(set(trial.book.answers) <= {200, 429, 503}, f"answers were {trial.book.answers}")
    print(f"    answers: {trial.book.answers}")
    trial.finish()


def damaged_ledger(trial):
    """A ledger with pages of chance in it is named as damaged by the doctor, and no command crashes."""
    caller = trial.start()
    for _ in range(30):
        trial.post(caller, 50)
    trial.server.stop()
    chance = random.Random(1)
    size = os.path.getsize(trial.path)
    for attempt in range(8):
        broken = trial.path + f".{attempt}"
        shutil.copy(trial.path, broken)
        with open(broken, "r+b") as file:
            for _ in range(max(1, size // 4096 // 8)):
                # The first page stays: it says what the file is.
                file.seek(4096 * chance.randrange(1, size // 4096))
                file.write(chance.randbytes(4096))
        doctor = trial.run("doctor", "--data", broken)
        trial.expect(doctor.returncode in (1, 2) and doctor.stdout + doctor.stderr != "",
                     f"the doctor on a damaged ledger: {doctor.returncode} {doctor.stdout[-300:]}{doctor.stderr[-300:]}")
        serving = Server(trial.binary, broken, trial.model, trial.log)
        if serving.start(10):
            # What is damaged may never be read. What is, is answered with an error.
            answers = Caller(serving.port, trial.key)
            for _ in range(5):
                send(answers, [trial.book.message() for _ in range(20)])
            trial.expect(serving.is_running, "a damaged ledger ends the server: " + "\n".join(serving.lines[-3:]))
            serving.kill()
        else:
            code = serving.process.wait(10)
            trial.expect(code > 0, f"the server dies of a damaged ledger with {code}: " + "\n".join(serving.lines[-3:]))
    for name, content in [("text", b"no database at all, but longer than the head of one\n" * 10), ("short", b"SQLite")]:
        with open(trial.path + name, "wb") as file:
            file.write(content)
        done = trial.run("serve", "--data", trial.path + name, "--port", "0")
        trial.expect(done.returncode > 0 and "not a ledger" in done.stderr, f"{name}: {done.returncode} {done.stderr}")
    trial.check()


def idle_connections(trial):
    """10,000 connections that ask for nothing, and 200 that send a byte now and then, while others work."""
    wanted = 10_000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = min(hard, wanted + 2000) if hard != resource.RLIM_INFINITY else wanted + 2000
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
    count = min(wanted, max(soft, most) - 1500)
    if count < 500:
        raise Skipped(f"only {most} files may be open here")
    caller = trial.start()
    trial.post(caller)
    _, before = trial.server.statistics()
    idle = []
    for index in range(count):
        # Several addresses of this machine: one has too few ports for some settings.
        idle.append(socket.create_connection(("127.0.0.1", trial.server.port), timeout=10,
                                             source_address=(f"127.0.0.{2 + index % 8}", 0)))
    slow = [socket.create_connection(("127.0.0.1", trial.server.port), timeout=10) for _ in range(200)]
    for index, connection in enumerate(slow):
        # Half never end their head, half never end their body.
        head = b"POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        connection.sendall(head if index % 2 else head + b"Content-Length: 100000\r\n\r\n{")
    times, end, closed = [], time.monotonic() + 25, set()
    while time.monotonic() < end:
        start = time.monotonic()
        status, answer = trial.post(caller)
        trial.expect(status == 200, f"with idle connections: {status} {answer}")
        times.append(time.monotonic() - start)
        if len(times) % 50 == 0:
            for index, connection in enumerate(slow):
                try:
                    connection.sendall(b"x")
                except OSError:
                    closed.add(index)
        time.sleep(0.005)
    _, after = trial.server.statistics()
    times.sort()
    print(f"    {count:,} idle and {len(slow)} slow connections: {len(times):,} requests, median "
          f"{times[len(times) // 2] * 1000:.1f} ms, 99 % within {times[len(times) * 99 // 100] * 1000:.1f} ms; "
          f"memory from {before:.0f} to {after:.0f} MB; {len(closed)} slow ones closed")
    trial.expect(times[len(times) * 99 // 100] < 1, "idle connections hold up others")
    trial.expect(after - before < 1000, f"idle connections cost {after - before:.0f} MB")
    trial.expect(len(closed) >= 90, f"only {len(closed)} of 100 bodies that do not come forward were ended")
    for connection in idle + slow:
        connection.close()
    trial.expect(trial.post(caller)[0] == 200, "nothing is taken after idle connections")
    trial.finish()


TRIALS = [full_disk, read_only_file, locked_ledger, damaged_ledger, idle_connections]


def run(binary, model, folder, only=None):
    """Runs the trials; returns what is wrong."""
    wrong = []
    for function in TRIALS:
        name = function.__name__.replace("_", " ")
        if only is not None and name not in only.replace("_", " ").split(","):
            continue
        trial = Trial(binary, model, folder, name)
        began = time.monotonic()
        try:
            function(trial)
            outcome = "nothing is wrong" if not trial.wrong else "WRONG"
        except Skipped as reason:
            outcome = f"SKIPPED: {reason}"
        except Exception as error:
            outcome = "WRONG"
            trial.wrong.append(f"{type(error).__name__}: {error}")
        finally:
            server = getattr(trial, "server", None)
            if server is not None and server.is_running:
                server.kill()
        print(f"trial: {name}: {outcome} ({time.monotonic() - began:.0f} s)", flush=True)
        wrong += [f"{name}: {text}" for text in trial.wrong]
    return wrong
