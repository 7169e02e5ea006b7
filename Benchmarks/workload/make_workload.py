#!/usr/bin/env python3
"""Deterministic lead-scoring workload: leads, behaviour events, outcomes.

  python3 make_workload.py --size S --out DIR            # 10k leads, 200k events
  python3 make_workload.py --leads 1000000 --events-per-lead 20 --out DIR --format parquet

Sizes: S = 10k x 20, M = 1M x 20, L = 1M x 50. The same arguments and the same numpy
release give the same bytes. Needs numpy and pyarrow. Scores are taken as of T below; see
reference_model.md. What is in the data on purpose:
  * ids are sparse integers, events are in time order, about 38 % of the leads have no event;
  * events per lead follow a truncated power law (the busiest lead has about 500x the mean);
  * 0.1 % of the events belong to no lead; about 3 % happen after T; 0.5 % fall on an exact
    day boundary before T (window edges); 0.2 % are exact duplicates (they count twice);
  * text has mixed case, stray spaces, quotes, commas, accents, synonyms and missing values;
  * outcomes come from a hidden logistic truth on fit and recent behaviour.
"""
import argparse, csv, os, time
import numpy as np
import pyarrow as pa, pyarrow.csv as pacsv, pyarrow.parquet as pq

T = 1751328000                       # 2025-07-01T00:00:00Z
DAY = 86400
SIZES = {"S": (10_000, 20), "M": (1_000_000, 20), "L": (1_000_000, 50)}

TYPES = ["page_view", "pricing_page_view", "email_sent", "email_open", "email_click",
         "form_submit", "webinar_registered", "webinar_attended", "demo_request",
         "trial_signup", "trial_login", "unsubscribe", "careers_page_view",
         "content_download", "social_click", "support_ticket", "bounce", "chat_started"]
# event mix per hidden intent class: cold, warm, hot (per mille, same order as TYPES)
MIX = np.array([
    [395, 12, 270, 150, 25, 6, 5, 3, 0.4, 0.6, 4, 9, 40, 14, 35, 8, 20, 3],
    [400, 40, 190, 140, 45, 18, 12, 8, 2.5, 3, 25, 4, 12, 35, 35, 14, 7, 9.5],
    [360, 95, 110, 105, 70, 35, 18, 15, 10, 9, 75, 1, 3, 45, 18, 15, 2, 14]], float)
URLS = {
    "page_view": ["/", "/product/overview", "/product/integrations", "/product/security",
                  "/blog/how-to-score-leads", "/blog/2025/crm-hygiene", "/docs/api",
                  "/customers", "/about", "/solutions/smb", "/solutions/enterprise"],
    "pricing_page_view": ["/pricing", "/pricing/enterprise", "/pricing?plan=team"],
    "form_submit": ["/contact", "/newsletter", "/pricing/quote"],
    "careers_page_view": ["/careers", "/careers/engineering"],
    "content_download": ["/assets/whitepaper-roi.pdf", "/assets/whitepaper-security.pdf",
                         "/assets/datasheet.pdf", "/assets/ebook-growth.pdf"],
    "demo_request": ["/demo"], "trial_signup": ["/trial"], "chat_started": ["/pricing", "/docs/api"]}
CAMPAIGNS = ["summer-launch", "spring-nurture", "webinar-series", "newsletter-06",
             "newsletter-05", "reactivation", "brand", "retargeting"]
CAMPAIGN_TYPES = {"email_sent", "email_open", "email_click", "webinar_registered",
                  "webinar_attended", "unsubscribe", "bounce", "social_click"}

SENIORITY = ["c_level", "vp", "director", "manager", "senior", "entry", "intern"]
SEN_P = [.04, .06, .11, .22, .24, .27, .06]
SEN_TEXT = [["c_level", "C-Level", "C_LEVEL ", "c level"], ["vp", "VP", " Vp"],
            ["director", "Director", "DIRECTOR"], ["manager", "Manager", " manager "],
            ["senior", "Senior"], ["entry", "Entry"], ["intern", "Intern"]]
TITLE = [["CEO", "Founder & CEO", "Chief {d} Officer", "CTO", "cfo ", "Chief of Staff, {d}"],
         ["VP {d}", "VP, {d}", "Vice President of {d}", "vp {d}", "Head of {d}"],
         ["Director of {d}", "{d} Director", "DIRECTOR - {d}", "Directrice {d} Générale"],
         ["{d} Manager", "Sr. Manager - {d}", "manager, {d}"],
         ["Senior {d} Specialist", "Sr {d} Analyst", "Contractor, {d}"],
         ["{d} Associate", "{d} Coordinator", "Internal Tools, {d}", "Doctor of {d}"],
         ["{d} Intern", "Student", "PhD student ({d})"]]
DEPARTMENT = ["Sales", "Marketing", "Revenue Operations", "Growth", "IT", "Engineering",
              "Finance", "HR", "Operations", "Legal"]
DEP_P = [.18, .17, .05, .05, .13, .16, .09, .06, .08, .03]
COUNTRY = [["US", "USA", "United States", "us "], ["Canada", "CA"], ["UK", "United Kingdom", "GB"],
           ["Germany", "DE"], ["France", "FR"], ["Netherlands", "NL"], ["India"], ["Brazil"],
           ["Japan"], ["Côte d'Ivoire"], ["Spain"], ["Australia"]]
COUNTRY_P = [.38, .06, .11, .07, .05, .03, .11, .06, .04, .01, .04, .04]
INDUSTRY = ["Software", "SaaS", "Information Technology", "FinTech", "Healthcare", "Manufacturing",
            "Retail", "Education", "Government", "Media", "Construction", "Hospitality"]
IND_P = [.14, .09, .10, .05, .11, .12, .11, .09, .05, .05, .05, .04]
SOURCE = ["Organic Search", "Paid Search", "Referral", "Partner", "Webinar", "Event", "Cold List", "Social"]
SRC_P = [.27, .18, .08, .05, .09, .08, .15, .10]
FREE = ["gmail.com", "yahoo.com", "hotmail.com", "outlook.com"]
FIRST = ["ana", "li", "josé", "mary", "omar", "kofi", "zoë", "ivan", "priya", "tom", "søren", "emma"]
LAST = ["smith", "garcia", "müller", "chen", "o'neil", "patel", "dubois", "kim", "silva", "brown"]
CORP = ["Acme", "Globex", "Initech", "Umbra", "Stark & Sons", 'Big "Q" Foods', "Nordwind, Inc.", "Łódź Tech"]


def iso(seconds):
    """Seconds since 1970 -> array of 'YYYY-MM-DDTHH:MM:SSZ' as uint8 rows of 20."""
    if not len(seconds):
        return np.empty((0, 20), np.uint8)
    day, sec = np.divmod(seconds, DAY)
    d0 = int(day.min())
    days = np.arange(d0, int(day.max()) + 1).astype("datetime64[D]").astype("S10")
    s = np.arange(DAY)
    secs = np.array([b"T%02d:%02d:%02dZ" % (h // 3600, h // 60 % 60, h % 60) for h in s], "S10")
    out = np.empty((len(seconds), 20), np.uint8)
    out[:, :10] = days.view(np.uint8).reshape(-1, 10)[day - d0]
    out[:, 10:] = secs.view(np.uint8).reshape(-1, 10)[sec]
    return out


def iso_array(seconds):
    raw = iso(seconds)
    offsets = np.arange(len(seconds) + 1, dtype=np.int32) * 20
    return pa.StringArray.from_buffers(len(seconds), pa.py_buffer(offsets), pa.py_buffer(raw))


def pick(rng, n, p):
    p = np.asarray(p, float)
    return np.searchsorted(np.cumsum(p / p.sum()), rng.random(n)).astype(np.int16)


def make_leads(rng, n):
    c = {}
    c["id"] = 100_000_000 + rng.permutation(n * 7)[:n] if n <= 2_000_000 else \
        100_000_000 + np.arange(n) * 7 + rng.integers(0, 7, n)
    c["sen"], c["dep"] = pick(rng, n, SEN_P), pick(rng, n, DEP_P)
    c["country"], c["ind"], c["src"] = pick(rng, n, COUNTRY_P), pick(rng, n, IND_P), pick(rng, n, SRC_P)
    c["size"] = np.clip(np.exp(rng.normal(4.6, 1.9, n)), 1, 400_000).astype(np.int64)
    c["revenue"] = np.round(c["size"] * np.exp(rng.normal(11.3, .8, n)), 2)
    c["budget"] = (np.exp(rng.normal(9.6, 1.2, n)) / 500).astype(np.int64) * 500
    age = (rng.random(n) ** 1.6 * 540 * DAY).astype(np.int64)       # newest leads are most frequent
    c["created"] = T - age
    c["miss"] = {k: rng.random(n) < p for k, p in dict(email=.01, title=.06, sen=.15, dep=.10,
                 country=.04, ind=.12, size=.12, revenue=.30, src=.03, budget=.60, opt=.08,
                 phone=.45, site=.25, company=.05).items()}
    c["opt"] = rng.random(n) < .62
    c["free"] = rng.random(n)
    # hidden fit, used for the intent class and for the outcome only
    c["fit"] = (np.array([1.3, 1.2, .9, .4, 0, -.5, -1.6])[c["sen"]] + (c["dep"] < 4) * .6
                + (c["ind"] < 4) * .7 + (c["country"] < 2) * .3 + np.clip(np.log10(c["size"]) - 2, -1, 1.5) * .5
                + np.isin(c["src"], (2, 3)) * .6 - (c["free"] < .22) * .5)
    return c


def lead_rows(c, rng):
    n, m, case = len(c["id"]), c["miss"], rng.integers(0, 1 << 30, (len(c["id"]), 4))
    created = [bytes(r).decode() for r in iso(c["created"])]
    for i in range(n):
        k, k2, k3, k4 = (int(x) for x in case[i])
        dep = DEPARTMENT[c["dep"][i]]
        titles, sens, ctry = TITLE[c["sen"][i]], SEN_TEXT[c["sen"][i]], COUNTRY[c["country"][i]]
        first, last = FIRST[k % 12], LAST[k2 % 10]
        corp = CORP[k3 % 8] if k3 % 3 else f"{CORP[k3 % 8]} {LAST[k4 % 10].title()}"
        f = c["free"][i]
        dom = FREE[k4 % 4] if f < .22 else "rivalcorp.com" if f < .224 else "competitor.io" if f < .227 \
            else f"corp{k3 % 9973}.{('com', 'io', 'co.uk', 'de')[k4 % 4]}"
        email = f"{first}.{last}{k2 % 1000}@{dom}"
        if k % 97 == 0:
            email = (f"{first}.{last}@", "n/a", f"{first} {last}@{dom}", f"{first}{last}{dom}")[k2 % 4]
        elif k % 11 == 0:
            email = email.upper() if k2 % 2 else f" {email}"
        ind = INDUSTRY[c["ind"][i]]
        ind = ind if k2 % 5 else (ind.upper(), ind.lower(), ind + " ")[k3 % 3]
        d2 = dep if k3 % 6 else (dep.lower(), f" {dep} ", dep.upper())[k4 % 3]
        src = SOURCE[c["src"][i]]
        yield (int(c["id"][i]),
               None if m["email"][i] else email,
               None if m["company"][i] else corp,
               None if m["title"][i] else titles[k4 % len(titles)].format(d=dep if k % 4 else dep.lower()),
               None if m["sen"][i] else sens[k2 % len(sens)],
               None if m["dep"][i] else d2,
               None if m["country"][i] else ctry[k3 % len(ctry)],
               None if m["ind"][i] else ind,
               None if m["size"][i] else int(c["size"][i]),
               None if m["revenue"][i] else float(c["revenue"][i]),
               None if m["src"][i] else src if k4 % 7 else src.lower(),
               created[i],
               None if m["budget"][i] else int(c["budget"][i]),
               None if m["opt"][i] else ("true" if c["opt"][i] else "false"),
               None if m["phone"][i] else f"+1 (555) {k % 1000:03d}-{k2 % 10000:04d}",
               None if m["site"][i] else f"https://www.corp{k3 % 9973}.com")


LEAD_COLUMNS = ["id", "email", "company", "job_title", "seniority", "department", "country", "industry",
                "company_size", "annual_revenue", "lead_source", "created_at", "budget", "opted_in",
                "phone", "website"]


def make_events(rng, c, total):
    n = len(c["id"])
    w = (rng.pareto(1.15, n) + .02) * (rng.random(n) > .28)
    w = np.minimum(w, 500 * w.mean())
    per_lead = rng.multinomial(total, w / w.sum())
    z = c["fit"] * .5 + rng.normal(0, 1, n)
    intent = np.digitize(z, np.quantile(z, [.6, .9])).astype(np.int8)      # 60 % cold, 30 % warm, 10 % hot
    lead = np.repeat(np.arange(n, dtype=np.int32), per_lead)
    # each lead is active from its creation until it goes quiet (hot leads stay active until now)
    start = np.maximum(c["created"], T - 400 * DAY).astype(np.float64)
    life = rng.exponential(np.array([60, 120, 400])[intent], n) * DAY
    end = np.minimum(start + DAY + life, T + DAY)
    u = rng.random(total)
    at = (start[lead] + (end - start)[lead] * u ** .8).astype(np.int64)
    snap = np.flatnonzero(rng.random(total) < .005)
    at[snap] = np.maximum(T - np.maximum(0, np.round((T - at[snap]) / DAY)) * DAY, 0).astype(np.int64)
    cum = np.cumsum(MIX / MIX.sum(1, keepdims=True), axis=1)
    typ = np.empty(total, np.int8)
    u = rng.random(total)
    ev_intent = intent[lead]
    for k in range(3):
        at_k = np.flatnonzero(ev_intent == k)
        typ[at_k] = np.minimum(np.searchsorted(cum[k], u[at_k]), len(TYPES) - 1)
    order = np.argsort(at, kind="stable")
    lead, at, typ = lead[order], at[order], typ[order]
    dup = np.flatnonzero(rng.random(total) < .002)
    dup = dup[dup > 0]
    lead[dup], at[dup], typ[dup] = lead[dup - 1], at[dup - 1], typ[dup - 1]
    prop = rng.integers(0, 1 << 20, total, dtype=np.int32)
    prop[dup] = prop[dup - 1]
    ids = c["id"][lead]
    orphan = np.flatnonzero(rng.random(total) < .001)
    ids[orphan] = 10_000_000 + orphan % 5000
    return dict(lead=lead, id=ids, at=at, typ=typ, prop=prop, intent=intent)


def event_batches(e, step=1_000_000, as_text=True):
    # one dictionary code per (type, property) pair keeps the text work off the per-event path
    urls, camps = [""], [""] + CAMPAIGNS
    url_of, nurl, has_camp = {}, np.zeros(len(TYPES), int), np.zeros(len(TYPES), int)
    table = np.zeros((len(TYPES), 16), np.int32)
    for t, name in enumerate(TYPES):
        for j, u in enumerate(URLS.get(name, [])):
            if u not in url_of:
                url_of[u] = len(urls); urls.append(u)
            table[t, j] = url_of[u]; nurl[t] = j + 1
        has_camp[t] = name in CAMPAIGN_TYPES
    def col(code, words):
        d = pa.DictionaryArray.from_arrays(pa.array(code, mask=code < 0), pa.array(words))
        return d.cast(pa.string()) if as_text else d
    for s in range(0, len(e["at"]), step):
        t, p = e["typ"][s:s + step].astype(int), e["prop"][s:s + step]
        url = np.where(nurl[t] > 0, table[t, p % np.maximum(nurl[t], 1)], -1).astype(np.int32)
        camp = np.where((has_camp[t] > 0) & (p % 8 < 7), 1 + (p >> 4) % 8, -1).astype(np.int32)
        at = e["at"][s:s + step]
        yield pa.record_batch([pa.array(e["id"][s:s + step]), col(t.astype(np.int32), TYPES),
                               iso_array(at) if as_text else pa.array(at.astype("datetime64[s]")).cast(pa.timestamp("us", "UTC")),
                               col(url, urls), col(camp, camps)],
                              names=["lead_id", "type", "at", "url", "campaign"])


def make_outcomes(rng, c, e):
    """Hidden truth: logit of converting in the 60 days after T."""
    n, live = len(c["id"]), e["at"] <= T
    age = (T - e["at"][live]) / DAY
    weight = np.zeros(len(TYPES))
    for name, v in dict(pricing_page_view=.5, demo_request=1.6, trial_signup=1.3, trial_login=.25, form_submit=.5,
                        webinar_attended=.4, email_click=.15, page_view=.03, content_download=.25,
                        careers_page_view=-.4, unsubscribe=-1.5, bounce=-.6).items():
        weight[TYPES.index(name)] = v
    heat = np.bincount(e["lead"][live], weight[e["typ"][live]] * .5 ** (age / 21), n)
    x = -4.2 + .8 * c["fit"] + 1.3 * np.sign(heat) * np.log1p(np.abs(heat)) + rng.normal(0, .4, n)
    won = np.flatnonzero(rng.random(n) < 1 / (1 + np.exp(-x)))
    at = T + 1 + (np.minimum(rng.exponential(20, len(won)), 59.9) * DAY).astype(np.int64)
    return c["id"][won], at


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--size", choices=SIZES); a.add_argument("--leads", type=int, default=10_000)
    a.add_argument("--events-per-lead", type=float, default=20); a.add_argument("--seed", type=int, default=7)
    a.add_argument("--out", required=True); a.add_argument("--format", choices=["csv", "parquet"], default="csv")
    o = a.parse_args()
    n, per = SIZES[o.size] if o.size else (o.leads, o.events_per_lead)
    os.makedirs(o.out, exist_ok=True)
    t0, rng = time.time(), np.random.default_rng(o.seed)
    path = lambda name: os.path.join(o.out, f"{name}.{o.format}")
    c = make_leads(rng, n)
    rows = lead_rows(c, np.random.default_rng(o.seed + 1))
    if o.format == "csv":
        with open(path("leads"), "w", newline="", encoding="utf-8") as f:
            w = csv.writer(f, lineterminator="\n"); w.writerow(LEAD_COLUMNS); w.writerows(rows)
    else:
        cols = {k: list(v) for k, v in zip(LEAD_COLUMNS, zip(*rows))}
        cols["created_at"] = pa.array(c["created"].astype("datetime64[s]")).cast(pa.timestamp("us", "UTC"))
        cols["opted_in"] = [None if v is None else v == "true" for v in cols["opted_in"]]
        pq.write_table(pa.table(cols), path("leads"))
    e = make_events(rng, c, int(n * per))
    opt = pacsv.WriteOptions(quoting_style="none")
    w = None
    for b in event_batches(e, as_text=o.format == "csv"):
        if w is None:
            w = pacsv.CSVWriter(path("events"), b.schema, write_options=opt) if o.format == "csv" \
                else pq.ParquetWriter(path("events"), b.schema)
        w.write_batch(b)
    w.close()
    ids, at = make_outcomes(rng, c, e)
    at_col = iso_array(at) if o.format == "csv" else pa.array(at.astype("datetime64[s]")).cast(pa.timestamp("us", "UTC"))
    t = pa.table({"lead_id": pa.array(ids), "converted_at": at_col})
    pacsv.write_csv(t, path("outcomes"), opt) if o.format == "csv" else pq.write_table(t, path("outcomes"))
    print(f"{n} leads, {len(e['at'])} events, {len(ids)} conversions in {time.time() - t0:.1f} s")


if __name__ == "__main__":
    main()
