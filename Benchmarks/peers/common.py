"""What the peers share: the model as data and as SQL, the command line, the measuring.

The SQL is in stages, which score runs as one statement and whatif divides after the third:

  flags      leads  -> one row per lead, the fit conditions f01..f27 as 0/1
  features   events -> one row per lead with live events, one column per event rule: weight sums, counts, newest day
  wide       flags LEFT JOIN features, nothing missing any more
  scores     wide   -> points, caps, groups, ranges, bands, stage
"""
import argparse, calendar, json, math, os, re, statistics, subprocess, sys, time

START = time.perf_counter()                     # import this file before the engine: a cold step counts the import
DAY = 86400
POINTS, WHAT_IF = dict(E02=4, E10=25, F12=10), dict(E02=6, E10=30, F12=6)
COLUMNS = ["lead_id", "fit", "engagement", "total", "fit_band", "engagement_band", "total_band", "matrix", "stage"]
TYPES = ["page_view", "pricing_page_view", "email_sent", "email_open", "email_click", "form_submit", "webinar_registered",
         "webinar_attended", "demo_request", "trial_signup", "trial_login", "unsubscribe", "careers_page_view",
         "content_download", "social_click", "support_ticket", "bounce", "chat_started"]
# type -> (window in days, half-life in days): a type has at most one decaying rule, so an event has one weight
DECAY = {"page_view": (90, 14), "pricing_page_view": (60, 10), "content_download": (180, 30), "email_open": (60, 7),
         "email_click": (90, 14), "form_submit": (180, 30), "demo_request": (180, 45), "webinar_attended": (365, 60),
         "careers_page_view": (90, 30)}


def weights(kind):
    """Millionths left after 0, 1, ... whole days, within the window of the type's rule."""
    days, half = DECAY[kind]
    return [math.floor(10**6 * 2.0 ** (-d / half) + 0.5) for d in range(days)]


# ---- the command line and the measuring -------------------------------------------------------------------------

def main(peer, steps):
    """Run the wanted steps, a function of the options each, every one in a fresh process if there are several."""
    a = argparse.ArgumentParser(description=f"{peer}: {', '.join(steps)}")
    a.add_argument("--data", required=True, help="folder with leads.csv and events.csv")
    a.add_argument("--work", required=True, help="folder for the engine's own storage")
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--steps", default=",".join(steps))
    a.add_argument("--as-of", default="2025-07-01T00:00:00Z")
    a.add_argument("--out", help="write the step's scores here; with several steps, the last one's remain")
    o = a.parse_args()
    wanted = o.steps.split(",")
    if not set(wanted) <= set(steps):
        a.error(f"--steps knows {', '.join(steps)}")
    if len(wanted) > 1:
        for step in wanted:
            subprocess.run([sys.executable, *sys.argv, "--steps", step], check=True)
        return
    os.makedirs(o.work, exist_ok=True)
    o.peer, o.now = peer, parse(o.as_of)
    steps[wanted[0]](o)


def parse(instant):
    """Seconds since 1970 of an instant such as 2025-06-15T13:37:00Z."""
    return calendar.timegm(time.strptime(instant, "%Y-%m-%dT%H:%M:%SZ"))


def cpu():
    return time.process_time()                  # user and system, all threads; os.times() counts in hundredths of a second


def peak_rss_mb():
    with open("/proc/self/status") as f:
        return int(next(line for line in f if line.startswith("VmHWM")).split()[1]) // 1024


def measure(o, step, work, repeat=1, cold=False):
    """Run work, which returns its number of rows, and print the medians; a cold step counts from the process's start."""
    runs = []
    for _ in range(repeat):
        c, w = (0.0, START) if cold else (cpu(), time.perf_counter())
        rows = work()
        runs.append((time.perf_counter() - w, cpu() - c))
    wall_s, cpu_s = (round(statistics.median(r), 3) for r in zip(*runs))
    print(json.dumps(dict(peer=o.peer, step=step, wall_s=wall_s, cpu_s=cpu_s, peak_rss_mb=peak_rss_mb(), rows=rows,
                          load_average=round(os.getloadavg()[0], 1))), flush=True)


# ---- the model as SQL -------------------------------------------------------------------------------------------
# A dialect is a dict of format strings: match, div (of integers >= 0), at (the column), instant (of seconds), day (of an
# instant, since 1970), list (of weights), and the conditional aggregates sum, count and max.

def flags(d, leads, now):
    n = lambda c: f"lower(trim(coalesce({c}, ''))) AS {c}"
    one = lambda c, *words: f"{c} IN ({', '.join(map(repr, words))})"
    has = lambda c, *words: " OR ".join(f"{c} LIKE '%{w}%'" for w in words)
    ends = lambda c, *words: " OR ".join(f"{c} LIKE '%@{w}'" for w in words)   # the text after the last @ is the word
    match = lambda c, p: d["match"].format(c, p)
    word = lambda c, *words: match(c, f"(^|[^a-z0-9])({'|'.join(words)})([^a-z0-9]|$)")
    rules = [
        one("seniority", "c_level", "c-level", "c level", "vp"), one("seniority", "director"), one("seniority", "manager"),
        word("job_title", "ceo", "cto", "cfo", "cio", "cmo", "coo", "founder", "chief"),
        has("job_title", "head of", "vice president", "director"),
        one("department", "sales", "marketing", "revenue operations", "growth"), one("department", "it", "engineering"),
        "company_size BETWEEN 50 AND 199", "company_size BETWEEN 200 AND 999", "company_size >= 1000",
        "annual_revenue >= 10000000",
        one("industry", "software", "saas", "information technology", "fintech"),
        one("industry", "healthcare", "manufacturing", "retail"),
        one("country", "us", "usa", "united states", "canada", "ca"),
        one("country", "uk", "united kingdom", "gb", "germany", "de", "france", "fr", "netherlands", "nl"),
        "budget >= 50000", "budget >= 10000 AND budget < 50000",
        one("lead_source", "referral", "partner"), one("lead_source", "webinar", "organic search"),
        f"created <= {now // DAY} AND created > {now // DAY - 30}", "opted_in",
        ends("email", "gmail.com", "yahoo.com", "hotmail.com", "outlook.com"),
        "NOT " + match("email", "^[^@ ]+@[^@ ]+[.][a-z]{2,}$"),
        word("job_title", "student", "intern"), "company_size < 10", "phone = '' AND website = ''",
        ends("email", "rivalcorp.com", "competitor.io")]
    text = ", ".join(map(n, ("email", "job_title", "seniority", "department", "country", "industry", "lead_source")))
    return f"""SELECT id, created, {', '.join(f"CAST(CASE WHEN {r} THEN 1 ELSE 0 END AS SMALLINT) AS f{i:02}" for i, r in enumerate(rules, 1))}
FROM (SELECT id, {text}, company_size, annual_revenue, budget, opted_in, coalesce(phone, '') AS phone,
      coalesce(website, '') AS website, coalesce({d['day'].format('created_at')}, 0) AS created FROM {leads}) AS n"""


def features(d, events, now):
    weight = " ".join(f"WHEN '{t}' THEN {d['list'].format(weights(t))}[age + 1]" for t in DECAY)
    n = lambda c: f"lower(trim({c}))"
    decayed = lambda t, where="": d["sum"].format("weight", f"type = '{t}'{where}")
    count = lambda t, days=None, where="": d["count"].format(f"type = '{t}'" + (f" AND age < {days}" if days else "") + where)
    rules = dict(
        e01=decayed("page_view"), e02=decayed("pricing_page_view"), e03=count("pricing_page_view", 7),
        e04=count("page_view", 30, f" AND {n('url')} LIKE '/product/%'"),
        e05=decayed("content_download", f" AND {n('url')} LIKE '%whitepaper%'"),
        e06=decayed("email_open"), e07=decayed("email_click"),
        e08=count("email_click", 45, f" AND {n('campaign')} = 'summer-launch'"), e09=decayed("form_submit"),
        e10=d["max"].format("weight", "type = 'demo_request'"),                  # the newest has the greatest weight
        e11=count("trial_signup", 30), e12=decayed("webinar_attended"), e13=count("trial_login", 14),
        e14=count("unsubscribe"), e15=count("bounce", 180), e16=decayed("careers_page_view"),
        newest=d["max"].format("day", "type NOT IN ('email_sent', 'bounce', 'unsubscribe')"))
    at = d["at"]
    return f"""SELECT lead_id, {', '.join(f'{rule} AS {k}' for k, rule in rules.items())}
FROM (SELECT *, CASE type {weight} ELSE 0 END AS weight
      FROM (SELECT lead_id, type, url, campaign, {d['day'].format(at)} AS day, {now // DAY} - day AS age
            FROM {events} WHERE type <> 'email_sent' AND {at} <= {d['instant'].format(now)}) AS a) AS b
GROUP BY lead_id"""


def wide(d, leads, events, now):
    sums = ", ".join(f"CAST(coalesce(e{i:02}, 0) AS BIGINT) AS e{i:02}" for i in range(1, 17))
    return f"""SELECT id, {', '.join(f'f{i:02}' for i in range(1, 28))}, {sums},
  {now // DAY} - CASE WHEN newest > 0 THEN newest ELSE created END AS idle
FROM ({flags(d, leads, now)}) AS f LEFT JOIN ({features(d, events, now)}) AS e ON id = lead_id"""


def scores(d, p, source):
    """The model's points on the wide rows of source; engagement is in billionths (written B below) until it is reported."""
    band = lambda x, names, *cuts: f"CASE {' '.join(f'WHEN {x} >= {c} THEN {n!r}' for n, c in zip(names, cuts))} ELSE {names[-1]!r} END"
    shown = lambda c: f"CASE WHEN f27 = 1 THEN NULL ELSE {c} END AS {c}"
    points = re.sub(r"(\d)B\b", r"\g<1>000000000", f"""SELECT id AS lead_id, f27,
  CAST(least(35, 15*f01 + 12*f02 + 7*f03 + 8*f04 + 5*f05 + 8*f06 + 4*f07)
   + least(35, 6*f08 + 12*f09 + 15*f10 + 8*f11 + {p['F12']}*f12 + 5*f13 + 8*f14 + 5*f15)
   + least(20, 10*f16 + 5*f17 + 8*f18 + 4*f19 + 3*f20 + 2*f21)
   + greatest(-40, -5*f22 - 15*f23 - 20*f24 - 8*f25 - 4*f26) AS INTEGER) AS fit_points,
  least(30B, least(10B, 500*e01) + least(20B, {p['E02']}000*e02) + CASE WHEN e03 >= 3 THEN 8B ELSE 0B END
       + least(6B, 1B*e04) + least(15B, 5000*e05))
  + least(15B, least(4B, 500*e06) + least(10B, 2000*e07) + CASE WHEN e08 > 0 THEN 4B ELSE 0B END)
  + least(50B, least(18B, 6000*e09) + {p['E10']}000*e10 + CASE WHEN e11 > 0 THEN 20B ELSE 0B END + least(14B, 7000*e12)
       + CASE WHEN e13 >= 5 THEN 10B ELSE 0B END)
  + greatest(-45B, CASE WHEN e14 > 0 THEN -20B ELSE 0B END + greatest(-15B, -5B*e15) + greatest(-12B, -4000*e16)
       + CASE WHEN idle >= 90 THEN -15B WHEN idle >= 60 THEN -10B WHEN idle >= 30 THEN -5B ELSE 0B END) AS billionths""")
    limited = "least(100000000000, greatest(-50000000000, billionths))"
    reported = f"""SELECT lead_id, f27, least(100, greatest(-50, fit_points)) AS fit,
  CAST({d['div'].format(f'{limited} + 50500000000', 10**9)} AS INTEGER) - 50 AS engagement FROM ({points} FROM {source}) AS p"""
    banded = f"""SELECT lead_id, f27, fit, engagement, total, {band('fit', 'ABCD', 60, 40, 20)} AS fit_band,
  {band('engagement', '1234', 50, 25, 10)} AS engagement_band, {band('total', 'ABCDF', 80, 60, 40, 20)} AS total_band
 FROM (SELECT *, least(100, greatest(0, fit + engagement)) AS total FROM ({reported}) AS r) AS t"""
    return f"""SELECT lead_id, {', '.join(map(shown, COLUMNS[1:7]))},
  CASE WHEN f27 = 1 THEN NULL ELSE concat(fit_band, engagement_band) END AS matrix,
  CASE WHEN f27 = 1 THEN 'disqualified' ELSE {band('total', ('sql', 'mql', 'nurture', 'cold'), 80, 50, 20)} END AS stage
 FROM ({banded}) AS b"""
