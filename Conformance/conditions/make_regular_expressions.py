"""Writes regular-expressions.csv, the cases that RegularExpression is checked with.

    python3 make_regular_expressions.py

The expected values are those of Python's re.search, which shares no code with ours. Texts are lower case, as the
engine expects them, and patterns are compiled with re.IGNORECASE. Two things are translated for Python: `$` becomes
`\\Z`, because ours is the end of the whole text only, and `\\u{HHHH}` becomes `\\UHHHHHHHH`. The random cases are
seeded: the same script writes the same file.
"""

import csv
import pathlib
import random
import re
import warnings

SEED = 20260
RANDOM_PATTERNS = 260
TARGET = pathlib.Path(__file__).with_name("regular-expressions.csv")

MAILS = ["ann@example.com", "ann@example", "a b@example.com", "@example.com", "ann@@example.com", "a@b.co", "a@b.c",
         "a@b.co.", "ann@example.com\n", ""]
TITLES = ["ceo", "ceo of europe", "the ceo", "ceos", "vice-ceo/cto", "cto,", "xcto", "director", "", "c.e.o.", "ceo\n",
          "chief executive officer", "head of sales", "vp sales", "vice president, sales", "sales vp"]
WORDS = ["", "a", "b", "ab", "aab", "abab", "abc", "aaaa", "ba", "a\nb", "cab", "bb\n", "\n", "abcabc", "a.b", "a-b"]
MARKS = ["a+b", "a*b", "(a)", "[a]", "{a}", "a|b", "a\\b", "^a$", "a.b", "$5", "1,000", "?", "a/b", "_", "-", "]", "^"]
SPACES = ["", " ", "a b", "a\tb", "a\nb", "a\r\nb", "a\u00a0b", "a\x0bb", "a\x0cb", "ab", "a  b", " a", "a "]
DIGITS = ["", "1", "12", "2024-01-31", "+49 30 1234567", "a1", "1a", "१२", "1.5", "007", "12345", "x_9", "no"]
UNICODE = ["é", "e", "gründer", "grunder", "straße", "日本語", "κόσμος", "ω", "мир", "🚀", "🚀🚀", "a🚀b", "\u0800", "\uffff",
           "\U00010000", "\U0010ffff", "\ud7ff", "\ue000", "ÿ", "š", "ž", "äöü", "e\u0301", ""]

HAND_WRITTEN = [
    (MAILS, [r"^[^@ ]+@[^@ ]+\.[a-z]{2,}$", r"@", r"^[^@]*$", r"\.(com|org|net)$", r"[^\x00-\x7f]", r"@example\.com$"]),
    (TITLES, [
        r"(^|[^a-z0-9])(ceo|cto)([^a-z0-9]|$)", r"^ceo$", r"C[ET]O", r"^(vp|vice[ -]president)", r"chief .* officer",
        r"^(head|director|vp)( of)?( [a-z]+)?$", r"(?:head|chief).{0,10}(sales|officer)", r"c\.?e\.?o\.?", r"sales$",
        r"^.{3}$", r"^$", r"^.{0,8}$", r"(^|,|/)\s*cto", r"^[A-Z ]+$", r"[^A-Z ]"]),
    (WORDS, [
        r"", r"a", r"^a", r"a$", r"^a$", r"^$", r"$", r"^", r"ab*", r"^ab*$", r"^(ab)*$", r"^(a|b)*$", r"^(a*)*$",
        r"(a*)*b", r"(a|a)*c", r"a+?b", r"^a*?$", r"a??b", r"^a{2}$", r"a{2,}", r"^a{1,3}b", r"^a{0}b", r"a{0,0}",
        r"(a{2}){2}", r"a.b", r"a[^x]b", r"^.$", r"^..$", r"(|a)b", r"(a|)b$", r"()", r"()*a", r"(^a|b$)", r"(^)*ab",
        r"a$b", r"a^b", r"(a$|b)c", r"$^", r"(^$)", r"x*", r"x*^a", r"(a|ab)(c|bcd)", r"(ab|a)(bc)?$", r"^(a|b|c){3}$",
        r"((a)(b))c", r"a|b|c$", r"|x", r"^(?:a|b)+$", r"[ab]{2}[^ab]", r"(a+|b+)*c", r"(a?){4}aaaa", r"^(a?){3}$",
        r"[\w\W]", r"^[^\w]+$", r"b\n", r"\n$", r"^\n", r"(a|$)b", r"\n^b", r"a$\nb"]),
    (MARKS, [
        r"\+", r"\*", r"\(a\)", r"\[a\]", r"\{a\}", r"\|", r"\\", r"\^", r"\$", r"\.", r"\?", r"a\/b", r"\_", r"\-",
        r"]", r"}", r"[]]", r"[^]]", r"[]a]", r"[\]]", r"[a-]", r"[-a]", r"[+--]", r"[.]", r"[*+?]", r"[|]", r"[$]",
        r"[\^]", r"[x^]", r"[^^]", r"[\\]", r"[(){}]", r"^[\d,]+$", r"\x2b", r"[\x28-\x2a]", r"\u{2B}",
        r"[\u{28}\u{29}]", r"\x41", r"[\x41]", r"^[!-/]", r"\,", r"[\-x]", r"[a\-z]", r"[\[]"]),
    (SPACES, [
        r"\s", r"\S", r"^\s*$", r"^\S+$", r"a\sb", r"a\s+b", r"a[ \t]b", r"a[\s]b", r"a[^\s]b", r"\t", r"\n", r"\r",
        r"\r\n", r"a\Sb", r"^\s|\s$", r"a.b", r"a..b", r"[\S]{2}", r"a[\S\n]b", r"\ "]),
    (DIGITS, [
        r"\d", r"\D", r"^\d+$", r"^\D*$", r"^\d{4}-\d{2}-\d{2}$", r"^\+?[\d ]{7,}$", r"\w", r"\W", r"^\w+$", r"^\W*$",
        r"[\d.]+", r"[^\d]", r"[\D]", r"^[\w]+$", r"[^\w]", r"^0*7$", r"\d{2,3}", r"^\d{5}$", r"[\da-f]{2}", r"\d\.\d",
        r"^[0-9]{1,4}$", r"[\d-]{5}"]),
    (UNICODE, [
        r"é", r"É", r"[é]", r"[É]", r"[^é]", r"^[à-ÿ]$", r"^[À-ß]$", r"^.$", r"^..$", r"^...$", r"^.{2}$", r"🚀",
        r"🚀{2}", r"[🚀]", r"[^🚀]", r"^[^a]$", r"ü", r"[ü]", r"GRÜNDER", r"[日-語]", r"日|мир", r"^[а-я]+$", r"^[А-Я]+$",
        r"^[α-ωό]+$", r"Ω", r"[Ω]", r"\u{1F680}", r"[\u{1F600}-\u{1F6FF}]", r"\u{e9}", r"\xe9", r"[\xe0-\xff]",
        r"^[\u{800}-\u{FFFF}]$", r"^[\u{10000}-\u{10FFFF}]$", r"^[\u{80}-\u{7FF}]+$", r"^[\x00-\x7f]*$",
        r"[^\x00-\x7f]", r"^[\u{D000}-\u{F000}]$", r"^[^\u{0}-\u{FFFF}]", r"\W", r"\w", r"^\W$", r"^[^\w]$", r"Š|Ž",
        r"[Š-Ž]", r"^[^š]$", r"a.b", r"(é|e)$", r"^(?:ä|ö|ü)+$", r"\u{10FFFF}", r"^\D+$"]),
]


def python_pattern(pattern):
    """The pattern as Python writes it."""
    pattern = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda match: "\\U" + match[1].rjust(8, "0"), pattern)
    parts, position, in_class = [], 0, False
    while position < len(pattern):
        character = pattern[position]
        if character == "\\":
            parts.append(pattern[position:position + 2])
            position += 2
            continue
        if in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
            start = re.match(r"\[\^?\]?", pattern[position:])[0]
            parts.append(start)
            position += len(start)
            continue
        elif character == "$":
            character = r"\Z"
        parts.append(character)
        position += 1
    return "".join(parts)


def expected(pattern, text):
    # Under re.ASCII, Python folds the case of ASCII letters only. What goes beyond ASCII needs the Unicode rules, which
    # do not go with \d, \w and \s: these mean more there. Together they are only good for letters without a capital.
    has_classes = re.search(r"\\[dDwWsS]", pattern)
    has_capitals = any(character > "\x7f" and character.lower() != character for character in pattern)
    assert not (has_classes and has_capitals), pattern
    is_beyond_ascii = not pattern.isascii() or re.search(r"\\x[89a-f]|\\u\{[0-9A-Fa-f]{3,}\}|\\u\{[89A-Fa-f]", pattern)
    flags = re.IGNORECASE | (0 if is_beyond_ascii and not has_classes else re.ASCII)
    return re.search(python_pattern(pattern), text, flags) is not None


LITERALS = ["a", "b", "c", "A", "B", "0", "1", "_", "-", " ", "é", "ß", "日", "🚀", r"\.", r"\+", r"\n", r"\x61",
            r"\u{e9}"]
SAMPLES = {r"\.": ".", r"\+": "+", r"\n": "\n", r"\x61": "a", r"\u{e9}": "é"}
CLASSES = [("[ab]", "ab"), ("[^a]", "b0 é"), ("[a-c0-9]", "abc09"), ("[A-B]", "ab"), ("[^a-c\\n]", "d0é🚀"),
           (r"\d", "019"), (r"\w", "a_0"), (r"\s", " \n\t"), (r"\D", "aé-"), (r"\W", "é -"), (r"\S", "a🚀0"),
           (".", "ab🚀é"), (r"[\d_]", "0_"), (r"[^\w\s]", "é-."), ("[à-ÿ]", "éü"), ("[日-語🚀]", "日語🚀"),
           (r"[\u{80}-\u{10FFFF}]", "é日🚀")]
REPEATS = [("*", 0, 3), ("+", 1, 3), ("?", 0, 1), ("{2}", 2, 2), ("{1,}", 1, 3), ("{0,2}", 0, 2), ("{2,3}", 2, 3),
           ("*?", 0, 2), ("+?", 1, 2), ("??", 0, 1), ("{1,2}?", 1, 2), ("{0}", 0, 0), ("{3}", 3, 3)]
NOISE = ["a", "b", "c", "0", "1", "_", "-", " ", "\n", "é", "ß", "日", "🚀", ".", "+"]


def random_pattern(rng, depth):
    """A random pattern, and a text that is likely to contain it."""
    kind = rng.random()
    if depth == 0 or kind < 0.25:
        if rng.random() < 0.55:
            literal = rng.choice(LITERALS)
            return literal, SAMPLES.get(literal, literal).lower()
        pattern, samples = rng.choice(CLASSES)
        return pattern, rng.choice(samples)
    if kind < 0.55:
        parts = [random_pattern(rng, depth - 1) for _ in range(rng.randint(2, 3))]
        return "".join(part[0] for part in parts), "".join(part[1] for part in parts)
    if kind < 0.7:
        options = [random_pattern(rng, depth - 1) for _ in range(rng.randint(2, 3))]
        if rng.random() < 0.15:
            options.append(("", ""))
        opening = rng.choice(["(", "(?:"])
        return opening + "|".join(option[0] for option in options) + ")", rng.choice(options)[1]
    if kind < 0.92:
        pattern, sample = random_pattern(rng, depth - 1)
        sign, least, most = rng.choice(REPEATS)
        return "(?:" + pattern + ")" + sign, sample * rng.randint(least, most)
    pattern, sample = random_pattern(rng, depth - 1)
    return rng.choice([
        ("^" + pattern, sample), (pattern + "$", sample), ("(^|b)" + pattern, sample), (pattern + "(a|$)", sample)])


def random_text(rng, sample):
    """The sample, possibly damaged, possibly with something around it."""
    text = list(sample)
    for _ in range(rng.choice([0, 0, 1, 2])):
        if text and rng.random() < 0.6:
            del text[rng.randrange(len(text))]
        else:
            text.insert(rng.randint(0, len(text)), rng.choice(NOISE))
    before = rng.choices(NOISE, k=rng.choice([0, 0, 1, 3]))
    after = rng.choices(NOISE, k=rng.choice([0, 0, 1, 3]))
    return "".join(before + text + after)


def rows():
    for texts, patterns in HAND_WRITTEN:
        for pattern in patterns:
            for text in texts:
                yield pattern, text
    rng = random.Random(SEED)
    for _ in range(RANDOM_PATTERNS):
        pattern, sample = random_pattern(rng, 4)
        if rng.random() < 0.4:
            pattern = "^" + pattern + "$"
        for _ in range(4):
            yield pattern, random_text(rng, sample)


def main():
    warnings.simplefilter("ignore", FutureWarning)
    seen = set()
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["pattern", "text", "expected"])
        for pattern, text in rows():
            if (pattern, text) in seen:
                continue
            seen.add((pattern, text))
            assert len(pattern) <= 1000 and text == text.lower(), (pattern, text)
            writer.writerow([pattern, text, "true" if expected(pattern, text) else "false"])


if __name__ == "__main__":
    main()
