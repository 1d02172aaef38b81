-- One table per kind of record. In every table:
--   id                  UUID as text
--   starts, ends, at    nanoseconds since 1970-01-01T00:00Z, so that nothing is rounded;
--     and other times   datetime(starts / 1000000000, 'unixepoch') shows them
--   lengths             nanoseconds, except where the name ends in _seconds or _millis
--   choices             lower-case words; yes and no are 1 and 0
--   money               decimal text beside its currency (ISO 4217)
-- Records name each other without foreign keys: a span is written before its sprint has ended, and
-- an import may bring them in any order.
-- What lasts longer than a day (86400000000000) has an index of its own, so that looking for a day
-- need not read everything before it.

CREATE TABLE task (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  platform TEXT NOT NULL,
  work TEXT NOT NULL,
  pay_per TEXT NOT NULL,
  pay_amount TEXT,
  pay_currency TEXT,
  target INTEGER,
  deadline INTEGER,
  hours_cap INTEGER,
  passive INTEGER NOT NULL,
  heavy INTEGER NOT NULL,
  archived INTEGER NOT NULL
) STRICT;

CREATE TABLE span (
  id TEXT PRIMARY KEY NOT NULL,
  session TEXT NOT NULL,
  sprint TEXT,
  task TEXT,
  state TEXT NOT NULL,
  cause TEXT,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  answer TEXT
) STRICT;
CREATE INDEX span_time ON span (starts);
CREATE INDEX span_long ON span (starts) WHERE ends - starts > 86400000000000;

CREATE TABLE sprint (
  id TEXT PRIMARY KEY NOT NULL,
  task TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  active_seconds INTEGER NOT NULL,
  planned INTEGER,
  outcome TEXT NOT NULL,
  fatigue INTEGER,
  effort INTEGER,
  items INTEGER,
  rejected INTEGER,
  note TEXT
) STRICT;
CREATE INDEX sprint_time ON sprint (starts);
CREATE INDEX sprint_long ON sprint (starts) WHERE ends - starts > 86400000000000;

CREATE TABLE break (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  route TEXT NOT NULL,
  credited INTEGER NOT NULL,
  length INTEGER
) STRICT;
CREATE INDEX break_time ON break (starts);
CREATE INDEX break_long ON break (starts) WHERE ends - starts > 86400000000000;

CREATE TABLE decision (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  answer TEXT NOT NULL,
  length INTEGER
) STRICT;
CREATE INDEX decision_time ON decision (at);

CREATE TABLE absence (
  id TEXT PRIMARY KEY NOT NULL,
  cause TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL
) STRICT;
CREATE INDEX absence_time ON absence (starts);
CREATE INDEX absence_long ON absence (starts) WHERE ends - starts > 86400000000000;

CREATE TABLE hold (
  id TEXT PRIMARY KEY NOT NULL,
  state TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_time ON hold (starts);
CREATE INDEX hold_long ON hold (starts) WHERE ends - starts > 86400000000000;

CREATE TABLE prompt (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  due INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX prompt_time ON prompt (due);

CREATE TABLE rating (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  is_before INTEGER NOT NULL,
  sprint TEXT,
  fatigue INTEGER,
  effort INTEGER
) STRICT;
CREATE INDEX rating_time ON rating (at);

CREATE TABLE day_check_in (
  id TEXT PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  burnout INTEGER NOT NULL
) STRICT;
CREATE INDEX day_check_in_time ON day_check_in (at);

CREATE TABLE zone_change (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  zone TEXT NOT NULL
) STRICT;
CREATE INDEX zone_change_time ON zone_change (at);

-- Begins when it starts or, where that is unknown, when it ends.
CREATE TABLE work_item (
  id TEXT PRIMARY KEY NOT NULL,
  task TEXT NOT NULL,
  source TEXT NOT NULL,
  item_key TEXT NOT NULL,
  worker TEXT,
  starts INTEGER,
  ends INTEGER,
  tool_millis INTEGER,
  active_millis INTEGER,
  quality TEXT NOT NULL,
  capped INTEGER NOT NULL,
  revisited INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  units INTEGER NOT NULL,
  reward_amount TEXT,
  reward_currency TEXT,
  updated INTEGER,
  import_id TEXT NOT NULL
) STRICT;
CREATE INDEX work_item_time ON work_item (coalesce(starts, ends));
CREATE INDEX work_item_long ON work_item (coalesce(starts, ends))
  WHERE coalesce(ends, starts) - coalesce(starts, ends) > 86400000000000;

-- Counts the changes made to the records above.
CREATE TABLE history (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  sequence INTEGER NOT NULL
) STRICT;
INSERT INTO history (one, sequence) VALUES (1, 0);

-- What can be taken back: each step with the records as they were before it, as JSON of their
-- columns; null where there was none.
CREATE TABLE undo_step (
  step INTEGER PRIMARY KEY NOT NULL,
  label TEXT NOT NULL
) STRICT;
CREATE TABLE undo_change (
  step INTEGER NOT NULL REFERENCES undo_step ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  previous TEXT,
  PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

-- What the coach needs to go on after a crash; no part of history.
CREATE TABLE checkpoint (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  at INTEGER NOT NULL,
  boot TEXT NOT NULL
) STRICT;
CREATE TABLE checkpoint_value (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
