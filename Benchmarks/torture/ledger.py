"""What has to hold of a ledger, read with SQLite alone."""

import hashlib
import json
import sqlite3


def violations(path, book, receiver, subscription, source):
    """Everything that is wrong, in words, with evidence; and figures."""
    ledger = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    wrong, figures = [], {}
    facts(ledger, book, source, wrong, figures)
    persons(ledger, book, wrong)
    stages(ledger, wrong, figures)
    deliveries(ledger, receiver, subscription, wrong, figures)
    wrong += book.violations[:10] + receiver.violations[:10]
    ledger.close()
    return wrong, figures


def facts(ledger, book, source, wrong, figures):
    """Acknowledged messages are there once, none is there twice, and nothing is there that was not sent."""
    seen = {}
    for (properties, count) in ledger.execute(
            "SELECT properties, count(*) FROM events JOIN kinds ON kinds.number = events.kind GROUP BY properties"):
        seen[json.loads(properties)["id"]] = count
    for (value, count) in ledger.execute(
            "SELECT value, count(*) FROM changes JOIN attributes ON attributes.number = attribute "
            "WHERE name = 'seen' GROUP BY value"):
        seen[value] = seen.get(value, 0) + count
    known = {number for (number,) in ledger.execute("SELECT id FROM messages")}
    lost = [name for name in book.acknowledged if seen.get(name, 0) == 0]
    twice = [name for name, count in seen.items() if count > 1]
    strange = [name for name in seen if name not in book.sent]
    unknown = [name for name in seen if message_digest(source, name) not in known]
    half = len(known) - len(seen)
    for what, names in [("acknowledged and lost", lost), ("there more than once", twice), ("never sent", strange),
                        ("there without the key that tells repetitions", unknown)]:
        if names:
            wrong.append(f"{len(names)} messages are {what}, such as {sorted(names)[:5]}")
    if half > 0:
        wrong.append(f"{half} messages are known and not there")
    number, = ledger.execute("SELECT number FROM head").fetchone()
    used = [n for table in ("events", "changes", "outcomes", "crossings")
            for (n,) in ledger.execute(f"SELECT number FROM {table}")]
    if len(used) != len(set(used)) or max(used, default=0) > number:
        wrong.append("numbers of facts were given twice, or are ahead of the head")
    commits = [n for (n,) in ledger.execute("SELECT number FROM commits ORDER BY number")]
    if commits != list(range(1, len(commits) + 1)):
        wrong.append("the commits have gaps")
    figures |= {"sent": len(book.sent), "acknowledged": len(book.acknowledged), "in the ledger": len(seen),
                "transactions": len(commits)}


def message_digest(source, name):
    """The key of a message: SHA-256 of the sender's number and the id, the first 8 bytes."""
    digest = hashlib.sha256(f"{source}\0{name}".encode()).digest()[:8]
    return int.from_bytes(digest, "big", signed=True)


def persons(ledger, book, wrong):
    """Events that name a user belong to the person whom the user id names."""
    merged = dict(ledger.execute("SELECT number, merged_into FROM leads WHERE merged_into IS NOT NULL"))

    def root(lead):
        while lead in merged:
            lead = merged[lead]
        return lead

    users = {value: root(lead) for (value, lead) in ledger.execute("SELECT value, lead FROM identities WHERE kind = 2")}
    if not users:
        wrong.append("no user id is known")
    for (lead, properties) in ledger.execute(
            "SELECT lead, properties FROM events JOIN kinds ON kinds.number = events.kind"):
        user = book.sent.get(json.loads(properties)["id"], {}).get("userId")
        if user is not None and users.get(user) != root(lead):
            wrong.append(f"the event {properties} of {user} is with lead {lead}, and the user with {users.get(user)}")
            return
    both = ledger.execute("SELECT count(*) FROM scores JOIN leads ON number = lead WHERE merged_into IS NOT NULL "
                          "AND stage IS NOT NULL").fetchone()[0]
    if both:
        wrong.append(f"{both} leads that were merged into others have a stage of their own")


def stages(ledger, wrong, figures):
    """Each crossing begins where the last one of the lead ended, and the last one ends where the lead stands."""
    at, breaks = {}, []
    for (number, lead, start, end) in ledger.execute(
            'SELECT number, lead, "from", "to" FROM crossings WHERE what = \'stage\' ORDER BY number'):
        if lead in at and at[lead] != start:
            breaks.append((number, lead, at[lead], start))
        at[lead] = end
    standing = dict(ledger.execute("SELECT lead, stage FROM lifecycles"))
    merged = {n for (n,) in ledger.execute("SELECT number FROM leads WHERE merged_into IS NOT NULL")}
    off = [lead for lead, stage in at.items() if lead not in merged and standing.get(lead) != stage]
    if breaks:
        wrong.append(f"{len(breaks)} crossings do not begin where the last one ended (number, lead, was, says): {breaks[:3]}")
    if off:
        wrong.append(f"{len(off)} leads do not stand where their last crossing ended, such as {off[:5]}")
    figures |= {"leads": ledger.execute("SELECT count(*) FROM leads").fetchone()[0], "merged": len(merged)}


def deliveries(ledger, receiver, subscription, wrong, figures):
    """Each crossing was told, under one id, with one content, and each lead's in order."""
    crossings = [n for (n,) in ledger.execute("SELECT number FROM crossings ORDER BY number")]
    planned, missing, other = {}, [], []
    for (crossing, payload, state) in ledger.execute(
            "SELECT crossing, payload, state FROM deliveries WHERE subscription = ?", (subscription,)):
        if crossing in planned:
            wrong.append(f"crossing {crossing} has two deliveries")
        planned[crossing] = payload
        name = f"crs_{crossing}_{subscription}"
        if name not in receiver.messages:
            missing.append((name, state))
        elif receiver.messages[name] != json.loads(payload):
            other.append(name)
    without = [n for n in crossings if n not in planned]
    unordered = {lead: numbers for lead, numbers in receiver.by_lead.items() if numbers != sorted(numbers)}
    for what, found in [("crossings have no delivery", without), ("deliveries did not arrive (id, state)", missing),
                        ("deliveries have another content than the ledger", other),
                        ("leads were told of out of order", list(unordered.items()))]:
        if found:
            wrong.append(f"{len(found)} {what}, such as {found[:3]}")
    figures |= {"crossings": len(crossings), "told": len(receiver.messages), "digests": receiver.digests,
                "requests": sum(receiver.times.values())}
