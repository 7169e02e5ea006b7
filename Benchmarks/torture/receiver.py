"""A receiver of webhooks that is slow, fails, breaks off and lies, and remembers everything it was sent."""

import base64
import hashlib
import hmac
import json
import random
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """Listens on a free port of this machine until `close()`."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lock = threading.Lock()
        self.is_good = False
        self.secret = None
        #: By webhook-id: how often it came.
        self.times = {}
        #: By webhook-id: the body that came first.
        self.bodies = {}
        #: What was told of each crossing, by id, by itself or within a digest.
        self.messages = {}
        self.digests = 0
        #: Crossings by lead, in the order of their first arrival.
        self.by_lead = {}
        self.violations = []
        self.behaviour = {}
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                length = int(self.headers.get("Content-Length", 0))
                body = self.rfile.read(length)
                if len(body) < length:
                    # The sender was killed before it had sent it all.
                    self.close_connection = True
                    return
                receiver.take(self.headers, body)
                receiver.answer(self)

            def log_message(self, *_):
                pass

        class Listener(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

            def handle_error(self, *_):
                # The other end was killed.
                pass

        self.server = Listener(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, headers, body):
        name = headers.get("webhook-id", "")
        with self.lock:
            if not self.is_signed(name, headers, body):
                self.violations.append(f"the delivery {name} is not signed as Standard Webhooks says")
            if name in self.times:
                self.times[name] += 1
                if self.bodies[name] != body:
                    self.violations.append(f"{name} came with two bodies: {self.bodies[name]!r} and {body!r}")
                return
            self.times[name] = 1
            self.bodies[name] = body
            message = json.loads(body)
            if message.get("id") != name:
                self.violations.append(f"{name} says in its body that it is {message.get('id')}")
            if message.get("type") == "leads.digest":
                self.digests += 1
                for part in message["data"]["messages"]:
                    self.note(part)
            else:
                self.note(message)

    def note(self, message):
        data = message["data"]
        self.messages[message["id"]] = message
        self.by_lead.setdefault(data["lead"], []).append(data["crossing"])

    def is_signed(self, name, headers, body):
        if self.secret is None:
            return True
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        signed = b".".join([name.encode(), headers.get("webhook-timestamp", "").encode(), body])
        expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        return expected in headers.get("webhook-signature", "").split()

    def answer(self, handler):
        with self.lock:
            kinds = ["good"] if self.is_good else ["good"] * 14 + ["slow", "failing", "busy", "closing", "breaking", "lying"]
            kind = self.random.choice(kinds)
            self.behaviour[kind] = self.behaviour.get(kind, 0) + 1
            wait = self.random.uniform(0.2, 1.5)
        if kind == "slow":
            time.sleep(wait)
        if kind == "closing":
            handler.connection.shutdown(socket.SHUT_RDWR)
            handler.close_connection = True
            return
        if kind == "breaking":
            # Promises more than it sends.
            handler.send_response(200)
            handler.send_header("Content-Length", "1000")
            handler.end_headers()
            handler.wfile.write(b"{")
            handler.close_connection = True
            return
        status = {"failing": 500, "busy": 429}.get(kind, 200)
        # A liar answers with something that is none of what it says.
        body = b"\x00\xff" * 2000 if kind == "lying" else b"ok"
        handler.send_response(status)
        if kind == "busy":
            handler.send_header("Retry-After", "1")
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
