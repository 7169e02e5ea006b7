"""Senders that remember exactly what was acknowledged."""

import random
import threading
import time

from server import Caller

LEADS = 300


class Book:
    """What was sent, and what became of it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lock = threading.Lock()
        self.next = 0
        self.sent = {}
        self.acknowledged = set()
        #: Sent, and not acknowledged: whether they were taken nobody knows.
        self.doubtful = {}
        self.violations = []
        self.answers = {}

    def batch(self):
        """New messages, and some of which nobody knows whether they were taken, under the same ids."""
        with self.lock:
            count = self.random.choice([1, 1, 1, 5, 20, 50, 100])
            messages = [self.message() for _ in range(count)]
            if self.doubtful and self.random.random() < 0.3:
                names = self.random.sample(sorted(self.doubtful), min(len(self.doubtful), 50))
                messages += [self.doubtful.pop(name) for name in names]
            return messages

    def message(self):
        self.next += 1
        name = f"m-{self.next}"
        person = self.random.randrange(LEADS)
        draw = self.random.random()
        # The leads of later messages are others now and then, so that new ones come up all the time.
        user = f"user-{person}-{self.next // 4000}"
        message = {"messageId": name, "userId": user}
        if draw < 0.12:
            traits = {"employees": self.random.choice([10, 100]), "seen": name, "email": f"{user}@example.com"}
            if self.random.random() < 0.1:
                # The address of somebody else: the two are one person from now on.
                other = self.random.randrange(LEADS)
                traits["email"] = f"user-{other}-{self.next // 4000}@example.com"
            message |= {"type": "identify", "anonymousId": f"browser-{user}", "traits": traits}
        else:
            if draw < 0.3:
                message = {"messageId": name, "anonymousId": f"browser-{user}"}
            event = self.random.choices(["page_view", "demo_request", "unsubscribed"], [30, 2, 1])[0]
            message |= {"type": "track", "event": event, "properties": {"id": name}}
        self.sent[name] = message
        return message

    def settle(self, messages, status, answer):
        with self.lock:
            self.answers[status] = self.answers.get(status, 0) + 1
            names = [message["messageId"] for message in messages]
            if status == 200:
                problems = answer.get("problems", []) if isinstance(answer, dict) else [answer]
                if problems:
                    self.violations.append(f"messages that are right were refused: {problems[:3]}")
                self.acknowledged.update(names)
                return
            if status not in (None, 429, 503):
                self.violations.append(f"an answer of {status}: {answer}")
            # Half of them are sent again one day, under the same ids; of the others nothing is known for ever.
            for message in messages:
                name = message["messageId"]
                if self.random.random() < 0.5 and name not in self.acknowledged:
                    self.doubtful[name] = message


class Load:
    """Threads that send as fast as they are answered, to whichever server is there, until `stop()`."""

    def __init__(self, book, key, threads=4):
        self.book = book
        self.key = key
        self.ports = []
        self.is_over = False
        self.threads = [threading.Thread(target=self.run, args=(i,), daemon=True) for i in range(threads)]
        for thread in self.threads:
            thread.start()

    def run(self, index):
        caller, port = None, None
        while not self.is_over:
            ports = self.ports
            if not ports:
                time.sleep(0.005)
                continue
            if caller is None or port not in ports:
                port = ports[index % len(ports)]
                caller = Caller(port, self.key)
            messages = self.book.batch()
            status, answer = send(caller, messages)
            self.book.settle(messages, status, answer)
            if status is None:
                caller.close()
                caller = None
                time.sleep(0.01)

    def stop(self):
        self.is_over = True
        for thread in self.threads:
            thread.join(60)


def send(caller, messages):
    """The status and the answer; no status if nothing was answered."""
    try:
        if len(messages) == 1:
            return caller.call("POST", "/v1/" + messages[0]["type"], messages[0])
        return caller.call("POST", "/v1/batch", {"batch": messages})
    except (OSError, ValueError, EOFError) as error:
        return None, repr(error)
    except Exception as error:  # http.client has errors of its own for answers that break off
        return None, repr(error)
