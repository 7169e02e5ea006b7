"""Writes cases.csv: conditions, what is known of a lead, and whether the condition holds.

    python3 make_cases.py

The expected values come from the small evaluator below, which was written from the definition of the language
(section 3 of the design) and shares nothing with the Swift code: it has no types, no tree and no columns, it evaluates
while it reads. The cases under BY_HAND were also decided by hand; the script stops if the evaluator disagrees.

Attributes are JSON: texts, numbers, true and false, null for missing, and {"instant": "..."}. Conditions are evaluated
as of 2025-07-01T12:00:00Z, in a workspace whose days begin at `utc_offset` seconds east of UTC. The lists are
vips (Ada, Grace Hopper) and free (gmail.com, yahoo.com).
"""

import csv
import json
import pathlib
import re
from datetime import datetime, timezone

TARGET = pathlib.Path(__file__).with_name("cases.csv")
AS_OF = datetime(2025, 7, 1, 12, tzinfo=timezone.utc).timestamp()
LISTS = {"vips": ["Ada", "Grace Hopper"], "free": ["gmail.com", "yahoo.com"]}
DAY = 86400
UNITS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "mo": 30, "month": 30, "months": 30,
         "y": 365, "year": 365, "years": 365}
TOKEN = re.compile(r"\s*(?:(?P<number>\d[\d_.]*)(?P<unit>[A-Za-z]*)|(?P<name>[^\W\d][\w.]*)|'(?P<text>(?:[^']|'')*)'"
                   r"|`(?P<back>(?:[^`]|``)*)`|\"(?P<double>(?:[^\"]|\"\")*)\"|(?P<symbol><=|>=|!=|<>|==|[=<>(),+-]))")


def tokens(text):
    result, at = [], 0
    while text[at:].strip():
        m = TOKEN.match(text, at)
        assert m, (text, at)
        at = m.end()
        if m["number"]:
            value = float(m["number"].replace("_", ""))
            result.append(("days", value * UNITS[m["unit"].lower()]) if m["unit"] else ("number", value))
        elif m["name"]:
            result.append(("name", m["name"]))
        elif m["back"] is not None:
            result.append(("quoted", m["back"].replace("``", "`")))
        elif m["double"] is not None:
            result.append(("quoted", m["double"].replace('""', '"')))
        elif m["symbol"]:
            result.append(("symbol", {"<>": "!=", "==": "="}.get(m["symbol"], m["symbol"])))
        else:
            result.append(("text", m["text"].replace("''", "'")))
    return result + [("end", None)]


def fold(text):
    return text.strip().lower()


def instant(text, offset):
    parts = [int(p) for p in re.findall(r"\d+", text)] + [0] * 6
    seconds = datetime(*parts[:6], tzinfo=timezone.utc).timestamp()
    return seconds if text.endswith("Z") else seconds - offset


class Evaluator:
    """Evaluates while it reads; every side is (kind, value), and the value None is missing."""

    def __init__(self, text, attributes, offset):
        self.tokens, self.at, self.attributes, self.offset = tokens(text), 0, attributes, offset

    def word(self, *words):
        kind, value = self.tokens[self.at]
        if kind == "name" and value.lower() in words:
            self.at += 1
            return value.lower()

    def symbol(self, *symbols):
        kind, value = self.tokens[self.at]
        if kind == "symbol" and value in symbols:
            self.at += 1
            return value

    def whole(self):
        result = self.either()
        assert self.tokens[self.at][0] == "end", self.tokens[self.at:]
        return result

    def either(self):
        result = self.both()
        while self.word("or"):
            result = self.both() or result
        return result

    def both(self):
        result = self.one()
        while self.word("and"):
            result = self.one() and result
        return result

    def one(self):
        if self.word("not"):
            return not self.one()
        if self.symbol("("):
            result = self.either()
            assert self.symbol(")")
            return result
        return self.test()

    def test(self):
        kind, value = self.tokens[self.at]
        if kind == "name" and value.lower() in ("contains", "starts_with", "ends_with", "word", "matches") \
                and self.tokens[self.at + 1] == ("symbol", "("):
            return self.function(value.lower())
        left = self.side()
        sign = self.symbol("=", "!=", "<", "<=", ">", ">=")
        if sign:
            return self.compare(left, sign, self.side())
        if self.word("is"):
            negated = self.word("not")
            wanted = self.word("missing", "known", "null")
            return ((left[1] is None) == (wanted != "known")) != bool(negated)
        negated = self.word("not")
        if self.word("in"):
            found = any(self.compare(left, "=", item) for item in self.items())
        elif self.word("between"):
            low = self.side()
            assert self.word("and")
            high = self.side()
            found = self.compare(left, ">=", low) and self.compare(left, "<=", high)
        elif self.word("like"):
            pattern = self.tokens[self.at][1]
            self.at += 1
            found = left[1] is not None and isinstance(left[1], str) and self.like(left, pattern)
        else:
            return left[1] is True
        return found if not negated else left[1] is not None and not found

    def like(self, left, pattern):
        exact = left[0] == "exact"
        pattern = pattern if exact else fold(pattern)
        expression = "".join(".*" if c == "%" else "." if c == "_" else re.escape(c) for c in pattern)
        return re.fullmatch(expression, left[1] if exact else fold(left[1]), re.S) is not None

    def items(self):
        kind, value = self.tokens[self.at]
        if kind in ("name", "quoted"):
            self.at += 1
            return [("text", t) for t in LISTS[value]]
        assert self.symbol("(")
        return self.arguments()

    def arguments(self):
        result = []
        while True:
            kind, value = self.tokens[self.at]
            if kind == "name":
                self.at += 1
                result += [("text", t) for t in LISTS[value]]
            else:
                result.append(self.side())
            if not self.symbol(","):
                assert self.symbol(")")
                return result

    def side(self):
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind in ("text", "number", "days"):
            return kind, value
        if kind == "symbol":
            sign = -1 if value == "-" else 1
            self.at += 1
            return "number", sign * self.tokens[self.at - 1][1]
        if kind == "name" and value.lower() in ("true", "false"):
            return "flag", value.lower() == "true"
        if kind == "name" and self.symbol("("):
            inner = self.side()
            assert self.symbol(")")
            return self.call(value.lower(), inner)
        return "attribute", self.attributes.get(value)

    def call(self, name, inner):
        kind, value = inner
        if name == "exact":
            return "exact", value.strip() if isinstance(value, str) else None
        if name == "domain":
            text = value.strip() if isinstance(value, str) else ""
            return kind, text[text.rindex("@") + 1:] if "@" in text else None
        if name == "length":
            return "number", float(len(value.strip())) if isinstance(value, str) else None
        day = lambda t: (t + self.offset) // DAY
        return "days", day(AS_OF) - day(value[1]) if isinstance(value, tuple) else None

    def compare(self, left, sign, right):
        a, b = left[1], right[1]
        if a is None or b is None:
            return False
        if isinstance(b, tuple) and isinstance(a, str) or isinstance(a, tuple) and isinstance(b, str):
            if isinstance(b, tuple):
                a, b, sign = b, a, {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(sign, sign)
            if not re.match(r"\d{4}-", b) or sign in ("=", "!="):
                return False
            a, b = a[1], instant(b, self.offset)
        if type(a) != type(b):
            return False
        if isinstance(a, tuple):
            a, b = a[1], b[1]
        if isinstance(a, str):
            exact = "exact" in (left[0], right[0])
            a, b = (a.strip(), b.strip()) if exact else (fold(a), fold(b))
            a, b = a.encode(), b.encode()
        return {"=": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[sign]

    def function(self, name):
        self.at += 2
        kind, value = self.side()
        assert self.symbol(",")
        texts = [t for _, t in self.arguments()]
        if not isinstance(value, str):
            return False
        value = value.strip()
        if name == "matches":
            if kind != "exact":
                return re.search(texts[0].lower(), fold(value)) is not None
            return re.search(texts[0], value) is not None
        if kind != "exact":
            value, texts = fold(value), [fold(t) for t in texts]
        if name == "contains":
            return any(t in value for t in texts)
        if name == "starts_with":
            return any(value.startswith(t) for t in texts)
        if name == "ends_with":
            return any(value.endswith(t) for t in texts)
        return any(re.search(r"(?<![^\W_])" + re.escape(t) + r"(?![^\W_])", value) for t in texts)


def at(text):
    return {"instant": text}


# Decided by hand.
BY_HAND = [
    ("seniority = 'vp'", {"seniority": "VP"}, True),
    ("seniority = ' Vp '", {"seniority": "vp"}, True),
    ("seniority != 'vp'", {"seniority": None}, False),
    ("seniority != 'vp'", {"seniority": "cto"}, True),
    ("not seniority = 'vp'", {"seniority": None}, True),
    ("seniority not in ('vp')", {"seniority": None}, False),
    ("not seniority in ('vp')", {"seniority": None}, True),
    ("size not between 1 and 9", {"size": None}, False),
    ("not size between 1 and 9", {"size": None}, True),
    ("title not like '%head%'", {"title": None}, False),
    ("not title like '%head%'", {"title": None}, True),
    ("not (a = 1 and b = 2)", {"a": None, "b": 2}, True),
    ("a = 1 or b = 2 and c = 3", {"a": 1, "b": 0, "c": 0}, True),
    ("(a = 1 or b = 2) and c = 3", {"a": 1, "b": 0, "c": 0}, False),
    ("not a = 1 and b = 2", {"a": 1, "b": 2}, False),
    ("not (a = 1) or b = 2", {"a": 1, "b": 2}, True),
    ("not not a = 1", {"a": 1}, True),
    ("a = 1 or a = 2 or a = 3", {"a": 3}, True),
    ("a != 1 and a != 2", {"a": None}, False),
    ("a < 0 or a >= 0", {"a": None}, False),
    ("not (a < 0 or a >= 0)", {"a": None}, True),
    ("phone is missing", {}, True),
    ("phone is not missing", {}, False),
    ("phone is known", {"phone": "1"}, True),
    ("phone is not known", {"phone": "1"}, False),
    ("phone is null", {}, True),
    ("phone is not null", {"phone": 5}, True),
    ("opted_in", {"opted_in": True}, True),
    ("opted_in", {"opted_in": None}, False),
    ("not opted_in", {"opted_in": None}, True),
    ("opted_in = false", {"opted_in": None}, False),
    ("opted_in != true", {"opted_in": None}, False),
    ("opted_in != true", {"opted_in": False}, True),
    ("true", {}, True),
    ("false or true", {}, True),
    ("not false", {}, True),
    ("age(created_at) < 30d", {"created_at": at("2025-06-01T12:00:00Z")}, False),
    ("age(created_at) < 30d", {"created_at": at("2025-06-02T00:00:00Z")}, True),
    ("age(created_at) = 0d", {"created_at": at("2025-07-01T00:00:00Z")}, True),
    ("age(created_at) >= 0d", {"created_at": at("2025-07-02T00:00:00Z")}, False),
    ("age(created_at) < 4w", {"created_at": at("2025-06-04T00:00:00Z")}, True),
    ("age(created_at) < 4w", {"created_at": at("2025-06-03T23:59:59Z")}, False),
    ("age(created_at) >= 1mo", {"created_at": at("2025-06-01T23:59:59Z")}, True),
    ("age(created_at) >= 1y", {"created_at": at("2024-07-02T00:00:00Z")}, False),
    ("domain(email) = 'acme.com'", {"email": "Jo@ACME.com "}, True),
    ("domain(email) = 'acme.com'", {"email": "jo@x@acme.com"}, True),
    ("domain(email) is missing", {"email": "no address"}, True),
    ("domain(email) not in free", {"email": "no address"}, False),
    ("length(name) = 2", {"name": " Ü1 "}, True),
    ("exact(code) = 'AB'", {"code": "ab"}, False),
    ("exact(code) = 'AB'", {"code": " AB "}, True),
    ("word(title, 'cto')", {"title": "CTO/Founder"}, True),
    ("word(title, 'cto')", {"title": "director"}, False),
    ("word(title, 'vice president')", {"title": "Senior Vice President, Sales"}, True),
    ("word(title, 'chef')", {"title": "Souschef"}, False),
    ("word(title, 'leiter')", {"title": "leiterüber"}, False),
    ("title like 'head of %'", {"title": "Head of Sales"}, True),
    ("title like 'head of %'", {"title": "The head of Sales"}, False),
    ("title like 'c_o'", {"title": "CTO"}, True),
    ("title like 'c_o'", {"title": "CTOO"}, False),
    ("name = 'O''Neill'", {"name": "o'neill"}, True),
    ("`Company size` > 5", {"Company size": 6}, True),
    ("\"and\" = 1", {"and": 1}, True),
    ("name in vips", {"name": "grace hopper"}, True),
    ("contains(name, vips, 'x')", {"name": "Lady Ada"}, True),
    ("5 < a", {"a": 6}, True),
    ("5 < a", {"a": 5}, False),
    ("a = -3", {"a": -3}, True),
    ("a < b", {"a": 1, "b": 2}, True),
    ("a < b", {"a": 1, "b": None}, False),
    ("a = b", {"a": "X ", "b": "x"}, True),
    ("a != b", {"a": None, "b": "x"}, False),
    ("length(a) = b", {"a": "abc", "b": 3}, True),
    ("created_at >= '2025-06-01'", {"created_at": at("2025-06-01T00:00:00Z")}, True),
    ("created_at < '2025-06-01'", {"created_at": at("2025-06-01T00:00:00Z")}, False),
]

# Conditions, each with what may be known.
CASES = [
    (["country = 'de'", "country != 'de'", "country in ('de', 'at', 'ch')", "country not in ('de', 'at', 'ch')",
      "country = 'DE' or country = 'fr'", "country < 'de'", "country <= 'DE'", "country > 'de'", "country >= 'de'",
      "country between 'c' and 'e'", "country like 'd%'", "country not like '%e'", "country is known"],
     [{"country": v} for v in ("DE", " de\t", "fr", None)]),
    (["size = 50", "size != 50", "size < 50", "size <= 50", "size > 50", "size >= 50", "size <> 50", "size == 50",
      "size between 50 and 199", "size not between 50 and 199", "size in (10, 50, 1_000)", "size not in (10, 50)",
      "50 >= size", "-5.5 < size", "size > -1 and size < 49.999", "size is missing or size < 10"],
     [{"size": v} for v in (50, 49.9999, 199, -5.5, None)]),
    (["contains(title, 'head of', 'vice')", "starts_with(title, 'head', 'lead')", "ends_with(title, 'sales')",
      "word(title, 'head', 'vp')", "title like '%of%'", "title like '%__les'", "title like '%'",
      "matches(title, '^(head|lead) of .+')", "matches(title, 'v[pq]')", "length(title) > 12",
      "length(title) in (2, 13)", "length(title) between 3 and 20", "exact(title) like 'Head%'",
      "contains(exact(title), 'VP')", "matches(exact(title), '[A-Z]{2}')", "exact(title) in ('VP', 'Head of Sales')",
      "exact(title) != 'VP'", "not contains(title, 'vp')", "title = 'vp' or contains(title, 'sales')"],
     [{"title": v} for v in ("Head of Sales", "vp", "EVP, Vice-President Sales", None)]),
    (["domain(email) in free", "domain(email) not in free", "ends_with(domain(email), '.edu')",
      "domain(email) = 'x.edu' or domain(email) is missing", "exact(domain(email)) = 'X.edu'",
      "length(domain(email)) = 9", "email is known and domain(email) is missing", "domain(email) like '%.com'",
      "domain(email) != 'gmail.com'", "starts_with(email, 'info@', 'sales@')"],
     [{"email": v} for v in ("a@gmail.com", "Info@X.edu", "nobody", None)]),
    (["age(at) = 30d", "age(at) != 30d", "age(at) <= 1mo", "age(at) between 1d and 30d", "age(at) > 4w and age(at) < 1y",
      "30d >= age(at)", "age(at) < 1w", "at > '2025-06-01 12:00'", "at between '2025-06-01' and '2025-06-02'",
      "at <= '2025-06-01T00:00:00Z'", "at is known"],
     [{"at": at(v)} for v in ("2025-06-01T23:30:00Z", "2025-06-02T00:30:00Z", "2025-06-30T22:30:00Z",
                              "2025-06-01T00:00:00Z", "2026-01-01T00:00:00Z")] + [{"at": None}]),
    (["a < b", "a <= b", "a > b", "a >= b", "not a < b", "a < b or b is missing", "a between 1 and 2 and b < 3"],
     [{"a": 1, "b": 2}, {"a": 2, "b": 2}, {"a": None, "b": 2}, {"a": 3}]),
    (["c = d", "c != d", "not c = d", "exact(c) = d", "length(c) = length(d)", "domain(c) = domain(d)"],
     [{"c": "Ab@x", "d": "ab@X"}, {"c": " b", "d": "b"}, {"c": "b", "d": None}]),
    (["f and g", "f or g", "not f and g", "not (f and g)", "f = true and not g = true", "f = false or g != false"],
     [{"f": True, "g": False}, {"f": False, "g": True}, {"f": True, "g": True}, {"g": True}]),
    (["größe = 'Süß'", "contains(größe, 'üß')", "größe like '_üß'", "length(größe) = 3", "word(größe, 'süß')"],
     [{"größe": v} for v in ("SÜß", "nicht süß!", "süßer", None)]),
    (["lead.source = 'it''s; a ''test'''", "contains(lead.source, ';')", "`lead.source` is known"],
     [{"lead.source": v} for v in ("IT's; A 'test'", "no")]),
    (["n > 3", "n = 'x'", "n is known", "not n > 3"], [{"n": v} for v in ("x", 4, True, at("2025-01-01T00:00:00Z"))]),
]


def main():
    rows = []
    for condition, attributes, expected in BY_HAND:
        found = Evaluator(condition, prepared(attributes), 0).whole()
        assert found == expected, (condition, attributes, found)
        rows.append((condition, attributes, 0, expected))
    for conditions, known in CASES:
        for condition in conditions:
            for attributes in known:
                for offset in (0, 7200, -28800) if "at" in attributes else (0,):
                    rows.append((condition, attributes, offset, Evaluator(condition, prepared(attributes), offset).whole()))
    with open(TARGET, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["condition", "attributes", "utc_offset", "expected"])
        for condition, attributes, offset, expected in rows:
            out.writerow([condition, json.dumps(attributes, ensure_ascii=False), offset, str(expected).lower()])


def prepared(attributes):
    """Numbers as floats; instants as tuples, so that they are neither texts nor numbers."""
    result = {}
    for name, value in attributes.items():
        if isinstance(value, dict):
            value = ("instant", instant(value["instant"], 0))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            value = float(value)
        result[name] = value
    return result


main()
