-- Money: what a task pays from a day on, what a platform decided late, what it paid, its terms, and
-- the hours that were reported to it. Days are text like 2026-03-02.
CREATE TABLE rate (
  id TEXT PRIMARY KEY NOT NULL,
  task TEXT NOT NULL,
  from_day TEXT NOT NULL,
  pay_per TEXT NOT NULL,
  pay_amount TEXT,
  pay_currency TEXT
) STRICT;

CREATE TABLE verdict (
  id TEXT PRIMARY KEY NOT NULL,
  task TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  accepted INTEGER,
  rejected INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX verdict_time ON verdict (at);

CREATE TABLE payout (
  id TEXT PRIMARY KEY NOT NULL,
  platform TEXT NOT NULL,
  on_day TEXT NOT NULL,
  amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  fee TEXT,
  from_day TEXT,
  to_day TEXT,
  note TEXT
) STRICT;

CREATE TABLE platform (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  pays_after INTEGER,
  floor TEXT,
  currency TEXT,
  report_within INTEGER,
  week_starts TEXT
) STRICT;

CREATE TABLE report (
  id TEXT PRIMARY KEY NOT NULL,
  task TEXT NOT NULL,
  day TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX report_time ON report (at);
