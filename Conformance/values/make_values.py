#!/usr/bin/env python3
"""Writes numbers.csv, instants.csv and flags.csv: texts, and what they have to be read as.

    python3 make_values.py            # into this folder
    python3 make_values.py --civil    # prints the checksum of CivilDateTests

Nothing here reads a text in Leadline's way. Generated rows go from a known value (Python's datetime, decimal) to one of
its written forms; hand-written rows carry their reason in `why`. Where python-dateutil reads a form, it has to agree.
An empty `expected` means that the text has to be refused.

Checked with Python 3.11 and python-dateutil 2.9.
"""
import calendar
import datetime
import decimal
import pathlib
import random
import re
import sys

from dateutil import parser as dateutil_parser

SEED = 20250701
HERE = pathlib.Path(__file__).parent
UTC = datetime.timezone.utc


# ---------------------------------------------------------------- instants

def iso(moment):
    """A UTC moment as Leadline prints it; strftime does not pad years below 1000 everywhere."""
    m = moment.astimezone(UTC)
    return f"{m.year:04}-{m.month:02}-{m.day:02}T{m.hour:02}:{m.minute:02}:{m.second:02}Z"


def clock12(m):
    return f"{(m.hour + 11) % 12 + 1}:{m.minute:02} {'AM' if m.hour < 12 else 'PM'}"


def zoned(m, sign_style):
    """The offset of m in one of the styles."""
    total = int(m.utcoffset().total_seconds()) // 60
    sign, hours, minutes = "+" if total >= 0 else "-", abs(total) // 60, abs(total) % 60
    forms = {"colon": f"{hours:02}:{minutes:02}", "plain": f"{hours:02}{minutes:02}", "hours": f"{hours:02}"}
    return sign + forms[sign_style]


def date_forms(d):
    """Written forms of a calendar date: (text, day_first, agrees with dateutil)."""
    month, short = calendar.month_name[d.month], calendar.month_abbr[d.month]
    forms = [
        (f"{d.year:04}-{d.month:02}-{d.day:02}", False), (f"{d.year:04}{d.month:02}{d.day:02}", False),
        (f"{d.year:04}/{d.month:02}/{d.day:02}", False), (f"{d.year:04}/{d.month}/{d.day}", False),
        (f"{d.day:02}.{d.month:02}.{d.year:04}", False), (f"{d.day}.{d.month}.{d.year:04}", True),
        (f"{d.month}/{d.day}/{d.year:04}", False), (f"{d.month:02}/{d.day:02}/{d.year:04}", False),
        (f"{d.day:02}/{d.month:02}/{d.year:04}", True), (f"{d.day}/{d.month}/{d.year:04}", True),
        (f"{short} {d.day}, {d.year:04}", False), (f"{month} {d.day} {d.year:04}", False),
        (f"{d.day} {short} {d.year:04}", False), (f"{d.day} {month} {d.year:04}", False),
        (f"{d.day}-{short}-{d.year:04}", False), (f"{d.day:02}-{short.upper()}-{d.year:04}", False),
        (f"{calendar.day_abbr[d.weekday()]}, {d.day} {short} {d.year:04}", False),
        (f"{calendar.day_name[d.weekday()]}, {month} {d.day}, {d.year:04}", False),
    ]
    if 1969 <= d.year <= 2068:
        yy = d.year % 100
        assert datetime.datetime.strptime(f"{yy:02}", "%y").year == d.year
        forms += [(f"{d.month}/{d.day}/{yy:02}", False), (f"{d.day}/{d.month}/{yy:02}", True),
                  (f"{d.day:02}.{d.month:02}.{yy:02}", False)]
    return forms


def agrees(text, day_first, moment):
    """Asserts that dateutil reads the text alike, where it reads it at all.

    Years of two digits it reads as those nearest to today; for them strptime is asked instead (`date_forms`).
    """
    if re.match(r"\d+([./])\d+\1\d\d(?!\d)", text):
        return
    try:
        day_first = day_first or bool(re.match(r"\d\d?\.", text))  # dots are day first everywhere
        read = dateutil_parser.parse(text, dayfirst=day_first, default=datetime.datetime(2000, 1, 1))
    except (ValueError, OverflowError):
        return
    if read.tzinfo is None:
        read = read.replace(tzinfo=UTC)
    assert iso(read) == iso(moment), (text, iso(read), iso(moment))


def generated_instants(rng):
    first, last = datetime.datetime(1, 1, 2, tzinfo=UTC), datetime.datetime(9999, 12, 30, 23, 59, 59, tzinfo=UTC)
    modern = (datetime.datetime(1969, 1, 1, tzinfo=UTC), datetime.datetime(2068, 12, 30, tzinfo=UTC))

    def moment(years=None):
        low, high = years or (modern if rng.random() < 0.8 else (first, last))
        return low + datetime.timedelta(seconds=rng.randrange(int((high - low).total_seconds())))

    rows = []

    def add(text, m, day_first=False, offset=0, compare=True):
        if compare and m.year >= 100:
            agrees(text, day_first, m.astimezone(datetime.timezone(datetime.timedelta(seconds=offset)))
                   .replace(tzinfo=UTC) if offset else m)
        rows.append([text, iso(m), "", "true" if day_first else "", str(offset) if offset else ""])

    for _ in range(60):  # the fast form, and its neighbours
        m = moment()
        add(iso(m), m)
        add(iso(m)[:-1].replace("T", " "), m)
    for _ in range(30):  # offsets of the text
        minutes = rng.choice([-720, -570, -300, -60, 60, 120, 330, 345, 840])
        zone = datetime.timezone(datetime.timedelta(minutes=minutes))
        m = moment().astimezone(zone)
        base = iso(m.replace(tzinfo=UTC))[:-1]
        style = "hours" if m.utcoffset().total_seconds() % 3600 == 0 and rng.random() < 0.5 else "colon"
        add(base + zoned(m, style), m)
        add(base + "." + str(rng.randrange(1000)).zfill(3) + zoned(m, "plain"), m)
        add(base.replace("T", " ") + " " + zoned(m, "plain"), m)
        name = f"{calendar.day_abbr[m.weekday()]} {calendar.month_abbr[m.month]} {m.day:02} {m.year:04}"
        add(f"{name} {m.hour:02}:{m.minute:02}:{m.second:02} GMT{zoned(m, 'plain')} (CEST)", m, compare=False)
    for _ in range(12):  # every form of a date, alone and with each form of a time
        for form in range(len(date_forms(modern[0]))):
            m = moment(modern).replace(second=0)
            text, day_first = date_forms(m)[form]
            style = rng.randrange(5)
            if style == 0 or text.isdigit():
                add(text, m.replace(hour=0, minute=0), day_first)
            elif style == 1:
                add(f"{text} {m.hour:02}:{m.minute:02}", m, day_first)
            elif style == 2:
                add(f"{text} {clock12(m)}", m, day_first)
            elif style == 3:
                m = m.replace(second=rng.randrange(60))
                add(f"{text} {m.hour:02}:{m.minute:02}:{m.second:02} {rng.choice(['UTC', 'GMT'])}", m, day_first)
            else:  # read in the workspace's offset
                offset = rng.choice([-18000, 7200, 19800])
                local = m.astimezone(datetime.timezone(datetime.timedelta(seconds=offset)))
                text, day_first = date_forms(local)[form]
                if not 1969 <= local.year <= 2068:
                    continue
                add(f"{text} {local.hour:02}:{local.minute:02}", m, day_first, offset)
    for _ in range(12):  # compact times and Unix times
        m = moment((datetime.datetime(2002, 1, 1, tzinfo=UTC), modern[1]))
        add(f"{m.year:04}{m.month:02}{m.day:02}T{m.hour:02}{m.minute:02}{m.second:02}Z", m)
        seconds = int(m.timestamp())
        add(str(seconds), m, compare=False)
        add(f"{seconds}{rng.randrange(1000):03}", m, compare=False)
        add(f"{seconds}{rng.randrange(1000000):06}", m, compare=False)
    for _ in range(80):  # days that may not exist
        year, month, day = rng.choice([1900, 2000, 2023, 2024, 2100]), rng.randrange(1, 13), rng.randrange(28, 33)
        text = rng.choice([f"{year}-{month:02}-{day:02}", f"{day:02}.{month:02}.{year}", f"{month}/{day}/{year}",
                           f"{day} {calendar.month_abbr[month]} {year}", f"{year}-{month:02}-{day:02}T00:00:00Z"])
        try:
            expected = iso(datetime.datetime(year, month, day, tzinfo=UTC))
        except ValueError:
            expected = ""
        rows.append([text, expected, "", "", ""])
    return rows


def written_instants():
    """Text, expected, why, day_first, offset."""
    def row(text, expected, why, day_first="", offset=""):
        return [text, expected, why, day_first, offset]

    july = "2025-07-01T00:00:00Z"
    return [
        row("03/04/2025", "2025-03-04T00:00:00Z", "month first unless told otherwise"),
        row("03/04/2025", "2025-04-03T00:00:00Z", "told otherwise", "true"),
        row("13/04/2025", "2025-04-13T00:00:00Z", "13 cannot be a month"),
        row("12/04/2025", "2025-12-04T00:00:00Z", "12 can be a month"),
        row("13/13/2025", "", "no month at all"),
        row("07/13/2025", "2025-07-13T00:00:00Z", "no month is 13, so the day stands second all the same", "true"),
        row("12/12/2025", "2025-12-12T00:00:00Z", "both readings agree", "true"),
        row("13/13/2025", "", "no month at all", "true"),
        row("07/13/2025", "2025-07-13T00:00:00Z", "month first"),
        row("03.04.2025", "2025-04-03T00:00:00Z", "dots are day first"),
        row("04.13.2025", "", "dots are day first, and no month is 13"),
        row("7/1/69", "1969-07-01T00:00:00Z", "two digits: 69 is of the last century"),
        row("7/1/68", "2068-07-01T00:00:00Z", "two digits: 68 is of this century"),
        row("1.7.99", "1999-07-01T00:00:00Z", "two digits, dots"),
        row("1.7.00", "2000-07-01T00:00:00Z", "two digits, dots"),
        row("7/1/125", "", "three digits are no year"),
        row("7/1/5", "", "one digit is no year"),
        row("25-07-01", "", "hyphens need four digits: it could be three dates"),
        row("01-07-2025", "2025-01-07T00:00:00Z", "hyphens with a long year are like slashes"),
        row("01-07-2025", "2025-07-01T00:00:00Z", "hyphens with a long year are like slashes", "true"),
        row("13-07-2025 15:45", "2025-07-13T15:45:00Z", "13 cannot be a month"),
        row("01-07-25", "", "hyphens need four digits: it could be three dates"),
        row("1-Jul-25", "2025-07-01T00:00:00Z", "a month's name says what the other two are"),
        row("1-Jul-69", "1969-07-01T00:00:00Z", "two digits: 69 is of the last century"),
        row("Tue, 01 Jul 25 12:34:56 GMT", "2025-07-01T12:34:56Z", "mail of RFC 822"),
        row("1-Jul-125", "", "three digits are no year"),
        row("20250701123456", "2025-07-01T12:34:56Z", "fourteen digits"),
        row("20250701123456Z", "2025-07-01T12:34:56Z", "fourteen digits, LDAP"),
        row("20250701123456.0+0200", "2025-07-01T10:34:56Z", "fourteen digits, LDAP"),
        row("20250701123456", "2025-07-01T10:34:56Z", "fourteen digits in the given offset", "", "7200"),
        row("20250701240000", "2025-07-02T00:00:00Z", "the end of the day"),
        row("20250701240001", "", "24 only as 24:00:00"),
        row("20251301123456", "", "no such month"),
        row("20250701126056", "", "no such minute"),
        row("20250701123456 12:00", "", "two times"),
        row("2025.07.01", "", "not an accepted form"),
        row("2025-07", "", "a month is no moment"),
        row("2025", "", "a year is no moment"),
        row("2025-07/01", "", "mixed separators"),
        row("7/1-2025", "", "mixed separators"),
        row("  2025-07-01\t", july, "white space around"),
        row("\u00a02025-07-01\u202f", july, "no-break spaces around"),
        row("\u30002025-07-01\u2003", july, "wide spaces around"),
        row("2025-07-01T12:34:56.999999999Z", "2025-07-01T12:34:56Z", "fractions are dropped"),
        row("2025-07-01T12:34:56,5Z", "2025-07-01T12:34:56Z", "ISO 8601 allows a comma"),
        row("1969-12-31T23:59:59.9Z", "1969-12-31T23:59:59Z", "down also before 1970"),
        row("2025-07-01T12:34:56.Z", "", "a fraction needs digits"),
        row("2025-07-01T12:34Z", "2025-07-01T12:34:00Z", "minutes only"),
        row("2025-07-01T12Z", "", "hours only are no accepted form"),
        row("2025-07-01t12:34:56z", "2025-07-01T12:34:56Z", "RFC 3339 allows small letters"),
        row("2025-7-1", july, "no leading zeros"),
        row("2025-07-01T9:05", "2025-07-01T09:05:00Z", "one-digit hour"),
        row("2025-07-01T9:5", "", "one-digit minute"),
        row("2025-07-01T", "", "T without a time"),
        row("7/1/2025T12:00", "", "T only after the year-first dates"),
        row("2025-07-01 Z", july, "UTC after a date"),
        row("2025-07-01Z", july, "an XML Schema date"),
        row("2025-07-01+02:00", "", "an offset needs a time"),
        row("2025-07-01T12:00-05", "2025-07-01T17:00:00Z", "offset in hours"),
        row("2025-07-01T12:00-0530", "2025-07-01T17:30:00Z", "offset without colon"),
        row("2025-07-01T12:00+5", "", "a one-digit offset needs GMT"),
        row("2025-07-01 12:00 GMT+5", "2025-07-01T07:00:00Z", "a one-digit offset after GMT"),
        row("2025-07-01T12:00+24:00", "", "no such offset"),
        row("2025-07-01T12:00+23:59", "2025-06-30T12:01:00Z", "largest offset"),
        row("2025-07-01T12:00+02:60", "", "no such offset"),
        row("2025-07-01T12:00+", "", "sign without offset"),
        row("2025-07-01T12:00+020", "", "three digits"),
        row("2025-07-01T12:00 CEST", "", "names of zones are ambiguous"),
        row("2025-07-01T12:00Z", "2025-07-01T12:00:00Z", "the text's own offset wins", "", "7200"),
        row("2025-07-01", "2025-06-30T22:00:00Z", "midnight in the given offset", "", "7200"),
        row("1751328000", july, "Unix time needs no offset", "", "7200"),
        row("2025-07-01 00:00:00", "2025-07-01T05:00:00Z", "west of UTC", "", "-18000"),
        row("2025-07-01T24:00:00Z", "2025-07-02T00:00:00Z", "the end of the day"),
        row("2025-12-31 24:00:00", "2026-01-01T00:00:00Z", "the end of the year"),
        row("2025-07-01T24:00Z", "", "24 only as 24:00:00"),
        row("2025-07-01T24:00:01Z", "", "24 only as 24:00:00"),
        row("2025-07-01T24:00:00.0Z", "", "24 only as 24:00:00"),
        row("2025-07-01T25:00:00Z", "", "no such hour"),
        row("2025-07-01T23:59:59Z", "2025-07-01T23:59:59Z", "last second"),
        row("2025-07-01T23:60:00Z", "", "no such minute"),
        row("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", "leap second"),
        row("2025-07-01T12:00:61Z", "", "no such second"),
        row("7/1/2025 12:00 AM", july, "12 AM is midnight"),
        row("7/1/2025 12:00 PM", "2025-07-01T12:00:00Z", "12 PM is noon"),
        row("7/1/2025 3:45PM", "2025-07-01T15:45:00Z", "no space"),
        row("7/1/2025 3:45:10 pm", "2025-07-01T15:45:10Z", "seconds"),
        row("7/1/2025, 3:45:10\u202fPM", "2025-07-01T15:45:10Z", "a browser's toLocaleString"),
        row("1.7.2025, 15:45:10", "2025-07-01T15:45:10Z", "a German browser's toLocaleString"),
        row("7/1/2025 13:00 PM", "", "no such hour in a half day"),
        row("7/1/2025 0:30 AM", "", "half days start at 12"),
        row("7/1/2025 3 PM", "2025-07-01T15:00:00Z", "hours of a half day"),
        row("7/1/2025 12am", july, "hours of a half day"),
        row("7/1/2025 13 PM", "", "no such hour in a half day"),
        row("7/1/2025 0 AM", "", "half days start at 12"),
        row("7/1/2025 3", "", "an hour alone is no accepted form"),
        row("7/1/2025 PM", "", "no hour"),
        row("Tue Jul 01 2025 12:34:56 GMT+0200 (CEST)", "2025-07-01T10:34:56Z", "a browser's Date"),
        row("Tue Jul 01 2025 12:34:56 GMT+0200 (Mitteleuropäische Sommerzeit)", "2025-07-01T10:34:56Z", "long name"),
        row("Tue Jul 01 2025 12:34:56 GMT+0200 (CEST", "", "open parenthesis"),
        row("Tue Jul 01 2025 12:34:56 (CEST)", "", "a comment needs an offset"),
        row("Tue, 1 Jul 2025 12:34:56 GMT", "2025-07-01T12:34:56Z", "HTTP and mail"),
        row("Mon, 1 Jul 2025 12:34:56 GMT", "2025-07-01T12:34:56Z", "the weekday is not compared"),
        row("TUESDAY, JULY 1, 2025", july, "capitals"),
        row("jul 1,2025", july, "comma without space"),
        row("Sept 1, 2025", "2025-09-01T00:00:00Z", "four letters are usual for September"),
        row("Juli 1, 2025", "", "English names only"),
        row("Ju 1, 2025", "", "no such month"),
        row("Jul 1", "", "no year"),
        row("Tuesday", "", "no date"),
        row("Tue, ", "", "no date"),
        row("20250701", july, "compact date"),
        row("20250230", "", "compact date that is none"),
        row("20250701T1234", "2025-07-01T12:34:00Z", "compact minutes"),
        row("20250701T123456", "2025-07-01T12:34:56Z", "compact seconds"),
        row("20250701T12345", "", "five digits"),
        row("20250701 123456", "", "not an accepted form"),
        row("202507011234", "", "12 digits are no accepted form"),
        row("1751373296", "2025-07-01T12:34:56Z", "seconds"),
        row("1751373296.987", "2025-07-01T12:34:56Z", "seconds with a fraction"),
        row("1751373296999", "2025-07-01T12:34:56Z", "milliseconds, down"),
        row("1751373296999999", "2025-07-01T12:34:56Z", "microseconds, down"),
        row("175137329", "", "9 digits"),
        row("17513732961", "", "11 digits"),
        row("175137329612", "", "12 digits"),
        row("17513732961234567", "", "17 digits"),
        row("9999999999", "2286-11-20T17:46:39Z", "last of 10 digits"),
        row("1000000000", "2001-09-09T01:46:40Z", "first of 10 digits"),
        row("0301234567", "", "a telephone number"),
        row("-1751373296", "", "no sign"),
        row("1751373296 UTC", "", "Unix time stands alone"),
        row("1751373296Jul 1, 2025", "", "Unix time stands alone"),
        row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "first moment"),
        row("0001-01-01", "0001-01-01T00:00:00Z", "first day"),
        row("0000-12-31T23:59:59Z", "", "before the year 1"),
        row("0001-01-01T00:00:00+01:00", "", "before the year 1 in UTC"),
        row("0001-01-01", "", "before the year 1 in UTC", "", "3600"),
        row("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "last moment"),
        row("9999-12-31T24:00:00Z", "", "after the year 9999"),
        row("9999-12-31T23:59:59-01:00", "", "after the year 9999 in UTC"),
        row("10000-01-01", "", "after the year 9999"),
        row("2024-02-29", "2024-02-29T00:00:00Z", "leap year"),
        row("2025-02-29", "", "no leap year"),
        row("2000-02-29", "2000-02-29T00:00:00Z", "leap year of 400"),
        row("1900-02-29", "", "no leap year of 100"),
        row("2024-02-30", "", "never"),
        row("2025-04-31", "", "30 days"),
        row("2025-04-30", "2025-04-30T00:00:00Z", "30 days"),
        row("2025-00-10", "", "no month"),
        row("2025-13-10", "", "no month"),
        row("2025-07-00", "", "no day"),
        row("2025-07-32", "", "no day"),
        row("2025-07-32T00:00:00Z", "", "no day, fast form"),
        row("2025-0a-01T00:00:00Z", "", "not a digit, fast form"),
        row("2025-07-01T00:00:00X", "", "not Z, fast form"),
        row("2025:07:01T00:00:00Z", "", "colons, fast form"),
        row("", "", "empty"),
        row(" ", "", "white space"),
        row("12:34", "", "a time is no moment"),
        row("T12:34", "", "a time is no moment"),
        row("tomorrow", "", "a word"),
        row("n/a", "", "a word"),
        row("2025-07-01 foo", "", "words behind"),
        row("on 2025-07-01", "", "words before"),
        row("2025-07-01,", "", "comma behind"),
        row("2025-07-01 2025-07-02", "", "two dates"),
        row("٢٠٢٥-٠٧-٠١", "", "digits 0 to 9 only"),
    ]


# ---------------------------------------------------------------- numbers

def grouped(digits, mark):
    head = len(digits) % 3 or 3
    return mark.join([digits[:head]] + [digits[i:i + 3] for i in range(head, len(digits), 3)])


def double(text):
    """The nearest double of a decimal text, as its shortest repr."""
    value = float(decimal.Decimal(text))
    return repr(value if value else 0.0)


def generated_numbers(rng):
    rows = []

    def add(text, plain):
        rows.append([text, double(plain), ""])

    for _ in range(60):  # plain
        digits, places = str(rng.randrange(10 ** rng.randrange(1, 22))), rng.randrange(0, 20)
        whole = digits + ("." + "".join(rng.choice("0123456789") for _ in range(places)) if places else "")
        sign = rng.choice(["", "", "-", "+"])
        add(sign + whole, sign + whole)
    for _ in range(40):  # exponents, hard to round ones among them
        digits = f"{rng.randrange(10)}.{rng.randrange(10 ** rng.randrange(1, 18))}"
        text = f"{rng.choice(['', '-'])}{digits}e{rng.randrange(-330, 308)}"
        add(text, text)
        add(text.replace("e", "E+") if "e-" not in text else text.upper(), text)
    for _ in range(20):  # halfway between two doubles, as decimals
        value = rng.getrandbits(53) | 1 << 52
        half = decimal.Decimal(value) + decimal.Decimal("0.5")
        text = str(half * rng.choice([1, 2, 4]))
        add(text, text)
    currencies = ["$", "€", "£", "¥", "₹", "US$", "USD", "EUR", "GBP", "CHF", "R$", "kr", "zł", "CA$", "SEK"]
    for group, point in [(",", "."), (".", ","), (" ", ","), (" ", "."), ("\u00a0", ","), ("\u202f", ","), ("'", "."),
                         ("\u2019", "."), ("_", "."), ("'", ",")]:
        for _ in range(16):
            digits = str(rng.randrange(1000, 10 ** rng.randrange(4, 13)))
            fraction = "".join(rng.choice("0123456789") for _ in range(rng.randrange(1, 5)))
            body, plain = grouped(digits, group) + point + fraction, digits + "." + fraction
            style = rng.randrange(8)
            money = rng.choice(currencies)
            if style == 0:
                add(body, plain)
            elif style == 1:
                add(money + body, plain)
            elif style == 2:
                add(body + "\u00a0" + money, plain)
            elif style == 3:
                add("-" + money + " " + body, "-" + plain)
            elif style == 4:
                add("(" + body + ")", "-" + plain)
            elif style == 5:
                add(body + rng.choice(["%", " %"]), plain)
            elif style == 6:
                add("\u2212" + body, "-" + plain)
            else:
                add(rng.choice([" ", "\t", "\u00a0"]) + "(" + money + body + ")", "-" + plain)
    for mark in [",", " ", "\u202f", "'", "_"]:  # whole numbers in groups; dots need two of them
        for _ in range(6):
            digits = str(rng.randrange(1000, 10 ** 10))
            add(grouped(digits, mark), digits)
    for _ in range(6):
        digits = str(rng.randrange(10 ** 6, 10 ** 12))
        add(grouped(digits, "."), digits)
    return rows


def written_numbers():
    def row(text, expected, why):
        return [text, expected, why]

    return [
        row("1.234", "1.234", "a single dot is decimal"),
        row("1,234", "1234.0", "a comma before three digits groups"),
        row("1,23", "1.23", "a comma before two digits is decimal"),
        row("1,2345", "1.2345", "a comma before four digits is decimal"),
        row("1234,567", "1234.567", "four digits lead, so the comma does not group"),
        row("123,456", "123456.0", "three digits lead"),
        row("0,123", "0.123", "nobody groups a lead of a single 0"),
        row("00,123", "123.0", "a longer lead may be padded"),
        row("0,123,456", "", "a lead of a single 0 does not group"),
        row("0,123.5", "", "a lead of a single 0 does not group"),
        row("0 123", "", "a lead of a single 0 does not group"),
        row("-0,125", "-0.125", "nobody groups a lead of a single 0"),
        row(",123", "0.123", "no digit leads, so the comma does not group"),
        row(",5", "0.5", "decimal comma"),
        row(".5", "0.5", "decimal point"),
        row("5.", "5.0", "a spreadsheet's 0.## format"),
        row("5,", "5.0", "the same with a decimal comma"),
        row("1,2,3", "", "a list"),
        row("1,234,5", "", "groups of three"),
        row("1,234,567", "1234567.0", "two groups"),
        row("1234,567,890", "", "four digits lead"),
        row("12,34,567", "", "Indian groups are not accepted"),
        row("1.2.3", "", "a version"),
        row("1.234.567", "1234567.0", "several dots group"),
        row("1.234.56", "", "groups of three"),
        row("192.168.100.200", "192168100200.0", "groups of three: an address, but also a number"),
        row("10.0.0.1", "", "an address"),
        row("1,234.5", "1234.5", "the last is decimal"),
        row("1.234,5", "1234.5", "the last is decimal"),
        row("1,234.567,8", "", "the last kind may be there once"),
        row("1.234,567,8", "", "the last kind may be there once"),
        row("1,23.4", "", "the other kind groups by threes"),
        row("1234,567.8", "", "the other kind groups by threes"),
        row("1,234.567", "1234.567", "the last is decimal"),
        row("1 234", "1234.0", "a space groups"),
        row("1 23", "", "groups of three"),
        row("1 234,567", "1234.567", "spaces group, so the comma is decimal"),
        row("1 234.567", "1234.567", "spaces group"),
        row("1 234 567,89", "1234567.89", "French"),
        row("1\u00a0234\u202f567,89", "1234567.89", "two spaces are one kind"),
        row("1'234\u2019567.5", "1234567.5", "two apostrophes are one kind"),
        row("1 234'567", "", "two kinds group"),
        row("1,234 567", "", "a space is not decimal"),
        row("1 234.567,8", "", "three kinds"),
        row("1  234", "", "two spaces"),
        row("'123", "", "a group needs a lead"),
        row("1_000", "1000.0", "underscore"),
        row("_1", "", "a group needs a lead"),
        row("1_", "", "a group needs digits"),
        row("1,234e5", "123400.0", "nothing groups before an exponent"),
        row("1,23E+05", "123000.0", "a German spreadsheet"),
        row("1 234e5", "", "nothing groups before an exponent"),
        row("1.5e3", "1500.0", "exponent"),
        row("1e", "", "no exponent"),
        row("e5", "", "no digits"),
        row("1e+", "", "no exponent"),
        row("1e5.5", "", "exponents are whole"),
        row("1e--5", "", "two signs"),
        row("1e\u22125", "1e-05", "minus sign"),
        row("1e308", "1e+308", "near the largest"),
        row("1.7976931348623157e308", "1.7976931348623157e+308", "the largest"),
        row("1.7976931348623159e308", "", "too large"),
        row("1e309", "", "too large"),
        row("1e999999999999999999999", "", "far too large"),
        row("1e-999999999999999999999", "0.0", "far too small"),
        row("0e999999999999", "0.0", "zero is zero"),
        row("5e-324", "5e-324", "the smallest"),
        row("9007199254740993", "9007199254740992.0", "2^53 + 1 goes to even"),
        row("9007199254740993.0000001", "9007199254740994.0", "just above half"),
        row("18446744073709551616", "1.8446744073709552e+19", "2^64"),
        row("123456789012345678901234567890", "1.2345678901234568e+29", "30 digits"),
        row("0.1", "0.1", "not exact in binary"),
        row("0.30000000000000004", "0.30000000000000004", "17 digits"),
        row("00012", "12.0", "leading zeros"),
        row("-0", "0.0", "zero has no sign"),
        row("(0)", "0.0", "zero has no sign"),
        row("-0.0", "0.0", "zero has no sign"),
        row("", "", "empty"),
        row("   ", "", "white space"),
        row("-", "", "no digits"),
        row("+", "", "no digits"),
        row(".", "", "no digits"),
        row(",", "", "no digits"),
        row("$", "", "no digits"),
        row("%", "", "no digits"),
        row("()", "", "no digits"),
        row("EUR", "", "no digits"),
        row("-.", "", "no digits"),
        row("NaN", "", "not a number"),
        row("nan", "", "not a number"),
        row("inf", "", "not finite"),
        row("-Infinity", "", "not finite"),
        row("0x1F", "", "hexadecimal"),
        row("0x1p3", "", "hexadecimal"),
        row("12 apples", "", "words"),
        row("apples 12", "", "words"),
        row("1-2", "", "a range"),
        row("1 - 2", "", "a range"),
        row("--3", "", "two signs"),
        row("+-3", "", "two signs"),
        row("5-", "", "no sign behind"),
        row("1/2", "", "a fraction"),
        row("10k", "", "no suffixes"),
        row("2m", "", "no suffixes"),
        row("- 5", "-5.0", "white space after the sign"),
        row("+5", "5.0", "plus"),
        row("\u22125", "-5.0", "minus sign"),
        row("\u20135", "", "a dash is no sign"),
        row("12%", "12.0", "percent"),
        row("12 %", "12.0", "percent"),
        row("%12", "", "percent stands behind"),
        row("12%%", "", "once"),
        row("-3.5 %", "-3.5", "percent"),
        row("(1,234.50)", "-1234.5", "accounting"),
        row("($1,234.50)", "-1234.5", "accounting"),
        row("$(1,234.50)", "-1234.5", "accounting"),
        row("(5 €)", "-5.0", "accounting"),
        row("(5", "", "open"),
        row("5)", "", "open"),
        row("(-5)", "", "two negatives"),
        row("-(5)", "", "two negatives"),
        row("((5))", "", "once"),
        row("(12%)", "-12.0", "accounting"),
        row("$5", "5.0", "before"),
        row("5$", "5.0", "behind"),
        row("-$5", "-5.0", "sign first"),
        row("$-5", "-5.0", "symbol first"),
        row("$ 5", "5.0", "space"),
        row("US$1,234.50", "1234.5", "longer symbol"),
        row("5 US$", "5.0", "longer symbol behind"),
        row("USD 5", "5.0", "code"),
        row("5 USD", "5.0", "code"),
        row("5USD", "5.0", "code"),
        row("usd 5", "", "codes are capitals"),
        row("5 top", "", "a word"),
        row("5 ABC", "", "no such code"),
        row("$5 USD", "", "one currency"),
        row("$$5", "", "once"),
        row("$5%", "", "money is no percentage"),
        row("CHF 1'234.50", "1234.5", "Swiss"),
        row("1.234,50 €", "1234.5", "German"),
        row("1 234,50 zł", "1234.5", "Polish"),
        row("Rs. 500", "500.0", "India"),
        row("50¢", "", "cents"),
        row("5 E", "", "no code"),
        row("1EUR", "1.0", "the E is of the code"),
        row("1e2EUR", "100.0", "exponent and code"),
        row("4711", "4711.0", "plain"),
        row("٤٢", "", "digits 0 to 9 only"),
        row("½", "", "digits 0 to 9 only"),
        row("１２", "", "digits 0 to 9 only"),
        row("1\n2", "", "a line end does not group"),
        row("\n12\r\n", "12.0", "white space around"),
        row("2025-07-01", "", "a date"),
        row("12:30", "", "a time"),
    ]


# ---------------------------------------------------------------- flags

def flags(rng):
    yes = ["true", "yes", "y", "t", "1", "on", "x", "ja", "oui", "si", "sí", "sim", "✓", "✔", "✔\ufe0f", "✅", "☑"]
    no = ["false", "no", "n", "f", "0", "off", "nein", "non", "não"]
    neither = ["", " ", "maybe", "2", "-1", "01", "1.0", "00", "tru", "truee", "yess", "ye", "o", "of", "null", "n/a",
               "yes no", "y/n", "✗", "❌", "да", "nao", "s", "j", "true\x00", "a much longer text than any flag"]
    rows = []
    for words, expected in [(yes, "true"), (no, "false")]:
        for word in words:
            mixed = "".join(rng.choice([c.lower(), c.upper()]) for c in word)
            spaced = [f" {word}\t", f"\u00a0{word}\u2003"]
            for text in dict.fromkeys([word, word.upper(), word.capitalize(), mixed] + spaced):
                rows.append([text, expected, ""])
    rows += [["si\u0301", "true", "decomposed, as macOS writes it"], ["na\u0303o", "false", "decomposed"]]
    return rows + [[text, "", "not a flag"] for text in neither]


# ---------------------------------------------------------------- civil days

def civil_checksum():
    """Every 97th day of the years 1 to 9999, folded into 64 bits in the way of CivilDateTests."""
    epoch, checksum, days = datetime.date(1970, 1, 1).toordinal(), 0, 0
    for ordinal in range(1, datetime.date(9999, 12, 31).toordinal() + 1, 97):
        d = datetime.date.fromordinal(ordinal)
        for part in (ordinal - epoch, d.year, d.month, d.day):
            checksum = (checksum * 1_000_003 + part) % 2 ** 64
        days += 1
    return days, checksum


def field(text):
    """Quoted where CSV needs it, and where an editor could lose white space."""
    return '"' + text.replace('"', '""') + '"' if text != text.strip() or re.search('[",\r\n]', text) else text


def write(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        for row in [header] + rows:
            file.write(",".join(map(field, row)) + "\n")
    print(name, len(rows), "rows")


if __name__ == "__main__":
    if "--civil" in sys.argv:
        print(*civil_checksum())
    else:
        rng = random.Random(SEED)
        columns = ["text", "expected", "why"]
        write("instants.csv", columns + ["day_first", "offset"], written_instants() + generated_instants(rng))
        write("numbers.csv", columns, written_numbers() + generated_numbers(rng))
        write("flags.csv", columns, flags(rng))
