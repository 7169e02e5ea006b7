"""A server of Leadline that can be started, killed and asked."""

import base64
import http.client
import json
import os
import signal
import subprocess
import threading
import time


class Server:
    """`leadline serve` on a ledger, on a free port of this machine."""

    def __init__(self, binary, ledger, model, log, *options):
        self.command = [binary, "serve", "--data", ledger, "--model", model, "--port", "0", *options]
        self.log = log
        self.process = None
        self.port = None
        self.lines = []

    def start(self, wait=30.0):
        """Starts it; returns whether it listens within `wait` seconds."""
        self.port = None
        self.lines = []
        self.listening = threading.Event()
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        threading.Thread(target=self._read, args=(self.process,), daemon=True).start()
        self.listening.wait(wait)
        return self.port is not None

    def _read(self, process):
        for line in process.stderr:
            self.lines.append(line.rstrip())
            self.log.write(line)
            if line.startswith("Leadline listens at"):
                self.port = int(line.rsplit(":", 1)[1])
                self.listening.set()
        self.listening.set()

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """SIGKILL; returns what had ended it before, or None."""
        before = self.process.poll()
        self.process.kill()
        self.process.wait()
        return before

    def stop(self, wait=30.0):
        """SIGTERM; returns the exit code, or None if it did not end by itself."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(wait)
        except subprocess.TimeoutExpired:
            self.kill()
            return None

    def statistics(self):
        """CPU seconds and resident megabytes so far (Linux)."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return seconds, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def create_key(binary, ledger, scope):
    """A key of the ledger, made by the command line."""
    done = subprocess.run(
        [binary, "keys", "create", scope, "--scope", scope, "--data", ledger], capture_output=True, text=True, check=True)
    return done.stdout.strip()


class Caller:
    """One connection to a server, with a key."""

    def __init__(self, port, key, timeout=30.0):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        token = base64.b64encode(f"{key}:".encode()).decode()
        self.headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}

    def call(self, method, path, body=None):
        """The status and what was answered, read as JSON where it is some."""
        text = None if body is None else json.dumps(body)
        self.connection.request(method, path, text, self.headers)
        response = self.connection.getresponse()
        answer = response.read()
        try:
            return response.status, json.loads(answer)
        except ValueError:
            return response.status, answer

    def close(self):
        self.connection.close()


def until(condition, seconds, step=0.1):
    """Waits until something holds; returns whether it does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(step)
    return bool(condition())
