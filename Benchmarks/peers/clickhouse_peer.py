#!/usr/bin/env python3
"""ClickHouse (chdb, in process) as a lead scorer: load, score, whatif, endtoend. See README.md beside the folder."""
import os, shutil
from common import POINTS, TYPES, WHAT_IF, main, measure, scores, wide
from chdb import session

# Each measured against its rivals: an Enum8 type, events ordered by lead, CSV text read as String and encoded on insert,
# and no short-circuit evaluation, which repeats work in a statement with so many conditions.
DIALECT = dict(match="match({}, '{}')", div="intDiv({}, {})", at="at", instant="toDateTime({}, 'UTC')",
               day="toInt32(intDiv(toUnixTimestamp({}), 86400))", list="{}",
               sum="sumIf({}, {})", count="countIf({})", max="maxIf({}, {})")
ENUM = f"Enum8({', '.join(f'{t!r} = {i}' for i, t in enumerate(TYPES))})"
FEW = ("seniority", "department", "country", "industry", "lead_source", "url", "campaign")        # few distinct values
LEADS = dict(id="Int64", email="String", company="String", job_title="String", seniority="String", department="String",
             country="String", industry="String", company_size="Nullable(Int64)", annual_revenue="Nullable(Float64)",
             lead_source="String", created_at="Nullable(DateTime('UTC'))", budget="Nullable(Int64)", opted_in="Nullable(Bool)",
             phone="String", website="String")
EVENTS = dict(lead_id="Int64", type="String", at="DateTime('UTC')", url="String", campaign="String")


def connect(o, path=None):
    db = session.Session(path)
    settings = dict(max_threads=o.threads, max_insert_threads=o.threads, date_time_input_format="'best_effort'",
                    prefer_column_name_to_alias=1, short_circuit_function_evaluation="'disable'", optimize_skip_merged_partitions=1,
                    format_csv_null_representation="''", engine_file_truncate_on_insert=1)
    return lambda sql: str(db.query(f"{sql} SETTINGS {', '.join(f'{k} = {v}' for k, v in settings.items())}"))


def csv(o, table, columns):
    structure = ", ".join(f"{c} {t}" for c, t in columns.items()).replace("'", "\\'")
    return f"file('{os.path.abspath(os.path.join(o.data, table))}.csv', 'CSVWithNames', '{structure}')"


def sources(o):
    """The files as leads and events; the event types become a closed list, as a dimension table would have them."""
    return csv(o, "leads", LEADS), f"""(SELECT lead_id, CAST(lower(trim(type)) AS {ENUM}) AS type, at, url, campaign
        FROM {csv(o, 'events', EVENTS)})"""


def stored(o):
    return os.path.join(o.work, "clickhouse")


def load(o):
    shutil.rmtree(stored(o), ignore_errors=True)

    def work():
        db = connect(o, stored(o))
        leads, events = sources(o)
        db("CREATE DATABASE d")
        encoded = lambda columns: ", ".join(f"{c} {'LowCardinality(String)' if c in FEW else t}" for c, t in columns.items())
        for t, columns, key, source in (("leads", LEADS, "id", leads), ("events", EVENTS | dict(type=ENUM), "lead_id", events)):
            db(f"CREATE TABLE d.{t} ({encoded(columns)}) ENGINE = MergeTree ORDER BY {key}")
            db(f"INSERT INTO d.{t} SELECT * FROM {source}")
        return int(db("SELECT sum(rows) FROM system.parts WHERE active AND database = 'd'"))
    measure(o, "load", work)


def settled(o):
    """The storage after the merges that load leaves behind, untimed: 5 CPU seconds on M that would run within the scores measured."""
    db = connect(o, stored(o))
    for t in ("leads", "events"):
        db(f"OPTIMIZE TABLE d.{t} FINAL")
    return db


def table(db, name, sql):
    db(f"DROP TABLE IF EXISTS d.{name}")
    db(f"CREATE TABLE d.{name} ENGINE = Memory AS {sql}")
    return int(db(f"SELECT count() FROM d.{name}"))


def save(o, db, sql="SELECT * FROM d.scores"):
    db(f"INSERT INTO FUNCTION file('{os.path.abspath(o.out)}', 'CSVWithNames') SELECT * FROM ({sql}) ORDER BY lead_id")


def score(o):
    db = settled(o)
    sql = scores(DIALECT, POINTS, f"({wide(DIALECT, 'd.leads', 'd.events', o.now)}) AS w")
    table(db, "scores", sql)
    measure(o, "score", lambda: table(db, "scores", sql), repeat=3)
    if o.out:
        save(o, db)


def whatif(o):
    """Points are linear in the wide row: one stored wide table answers any change of points, caps and bands."""
    db = settled(o)
    measure(o, "whatif.prepare", lambda: table(db, "wide", wide(DIALECT, "d.leads", "d.events", o.now)))
    sql = scores(DIALECT, WHAT_IF, "d.wide")
    table(db, "scores", sql)
    measure(o, "whatif", lambda: table(db, "scores", sql), repeat=3)
    if o.out:
        save(o, db)


def endtoend(o):
    o.out = o.out or os.path.join(o.work, "clickhouse_scores.csv")

    def work():
        db = connect(o)
        leads, events = sources(o)
        save(o, db, scores(DIALECT, POINTS, f"({wide(DIALECT, leads, events, o.now)}) AS w"))
        with open(o.out, "rb") as f:
            return sum(1 for _ in f) - 1
    measure(o, "endtoend", work, cold=True)


if __name__ == "__main__":
    main("clickhouse", dict(load=load, score=score, whatif=whatif, endtoend=endtoend))
