import GRDB

extension DatabaseMigrator {
  /// The first layout of a ledger; `Documentation/Decisions/0014-the-ledgers-layout.md` has the reasons.
  ///
  /// Frozen once it is published: later layouts are migrations of their own.
  mutating func registerV1() {
    registerMigration("V1+Ledger") { database in try database.execute(sql: ledger) }
  }
}

private let ledger = """
  -- Where the ledger stands, and the transactions that changed facts.

  CREATE TABLE head (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    "commit" INTEGER NOT NULL CHECK ("commit" >= 0),
    at       INTEGER NOT NULL,
    number   INTEGER NOT NULL CHECK (number >= 0),
    lead     INTEGER NOT NULL CHECK (lead >= 0)
  ) STRICT;
  INSERT INTO head VALUES (1, 0, 0, 0, 0);

  CREATE TABLE commits (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    at     INTEGER NOT NULL,
    leads  BLOB                         -- the touched leads (LeadList.swift); NULL for all
  ) STRICT;

  -- Leads.

  CREATE TABLE leads (
    number      INTEGER PRIMARY KEY,
    created_at  INTEGER NOT NULL,
    merged_into INTEGER REFERENCES leads DEFERRABLE INITIALLY DEFERRED CHECK (merged_into <> number)
  ) STRICT;
  CREATE INDEX leads_merged ON leads (merged_into) WHERE merged_into IS NOT NULL;

  CREATE TABLE identities (
    kind   INTEGER NOT NULL,
    value  TEXT NOT NULL,
    lead   INTEGER NOT NULL REFERENCES leads,
    source INTEGER NOT NULL,
    PRIMARY KEY (kind, value)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX identities_lead ON identities (lead);

  -- Facts. Their leads are not foreign keys: the check would be paid for every event.

  CREATE TABLE kinds (
    number     INTEGER PRIMARY KEY,
    digest     INTEGER NOT NULL,        -- Digest.swift; two kinds may have the same
    name       TEXT NOT NULL,
    properties TEXT NOT NULL
  ) STRICT;
  CREATE INDEX kinds_digest ON kinds (digest);

  CREATE TABLE events (
    lead   INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind   INTEGER NOT NULL,
    label  INTEGER NOT NULL CHECK (label BETWEEN 0 AND 3),
    source INTEGER NOT NULL,
    PRIMARY KEY (lead, at, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attributes (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE changes (
    lead      INTEGER NOT NULL,
    attribute INTEGER NOT NULL REFERENCES attributes,
    at        INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    value     TEXT,
    source    INTEGER NOT NULL,
    PRIMARY KEY (lead, attribute, at, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE outcomes (
    lead    INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    value   REAL,
    source  INTEGER NOT NULL,
    PRIMARY KEY (lead, at, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE messages (
    id      INTEGER PRIMARY KEY,
    content INTEGER NOT NULL,
    source  INTEGER NOT NULL
  ) STRICT;

  -- What is derived.

  CREATE TABLE scores (
    model   INTEGER NOT NULL,
    lead    INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    outcome TEXT,                       -- NULL: there are no scores, only their history
    score   INTEGER,
    stage   TEXT,
    history INTEGER,                    -- the last row of `history`
    PRIMARY KEY (model, lead)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE history (
    number     INTEGER PRIMARY KEY,
    previous   INTEGER,                 -- the row before it of the same lead and model
    "commit"   INTEGER NOT NULL,
    model      INTEGER NOT NULL,
    lead       INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    cause_kind INTEGER NOT NULL,
    cause      INTEGER NOT NULL,
    outcome    TEXT NOT NULL
  ) STRICT;

  CREATE TABLE lifecycles (
    lead          INTEGER PRIMARY KEY,
    stage         TEXT,
    since         INTEGER NOT NULL,
    leaving_since INTEGER
  ) STRICT;
  CREATE INDEX lifecycles_stage ON lifecycles (stage) WHERE stage IS NOT NULL;

  CREATE TABLE crossings (
    number     INTEGER PRIMARY KEY,
    model      INTEGER NOT NULL,
    lead       INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    what       TEXT NOT NULL,
    "from"     TEXT,
    "to"       TEXT,
    is_up      INTEGER NOT NULL CHECK (is_up IN (0, 1)),
    cause_kind INTEGER NOT NULL,
    cause      INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX crossings_lead ON crossings (lead);

  -- What has to be told.

  CREATE TABLE subscriptions (
    number       INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    channel      TEXT NOT NULL,
    target       TEXT NOT NULL,
    condition    TEXT NOT NULL,
    secret       TEXT NOT NULL,
    hourly_limit INTEGER NOT NULL,
    is_active    INTEGER NOT NULL CHECK (is_active IN (0, 1))
  ) STRICT;

  CREATE TABLE deliveries (
    number       INTEGER PRIMARY KEY,
    subscription INTEGER NOT NULL REFERENCES subscriptions,
    crossing     INTEGER NOT NULL,
    lead         INTEGER NOT NULL,
    payload      TEXT NOT NULL,
    state        INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    attempts     INTEGER NOT NULL,
    not_before   INTEGER NOT NULL,
    tried_at     INTEGER,
    problem      TEXT NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (not_before) WHERE state = 0;
  CREATE INDEX deliveries_open ON deliveries (subscription, lead) WHERE state IN (0, 3);
  CREATE INDEX deliveries_left ON deliveries (state) WHERE state IN (0, 2, 3);
  CREATE INDEX deliveries_tried ON deliveries (subscription, tried_at) WHERE tried_at IS NOT NULL;

  -- Models, keys, jobs.

  CREATE TABLE models (
    number       INTEGER PRIMARY KEY,
    text         TEXT NOT NULL,
    version      TEXT NOT NULL,
    status       INTEGER NOT NULL,
    author       TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    published_at INTEGER,
    note         TEXT NOT NULL
  ) STRICT;

  CREATE TABLE learned_files (
    number       INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
    note         TEXT NOT NULL,
    bytes        BLOB NOT NULL          -- last, so that lists need not read past it
  ) STRICT;

  CREATE TABLE keys (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    scope      TEXT NOT NULL,
    digest     TEXT NOT NULL UNIQUE,
    prefix     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;

  CREATE TABLE jobs (
    number     INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    state      TEXT NOT NULL,
    result     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at   INTEGER
  ) STRICT;

  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  """
