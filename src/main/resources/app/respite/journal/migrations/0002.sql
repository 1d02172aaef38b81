-- That a record was changed or deleted by hand, and when, so that an import of something older
-- changes nothing. of_kind is the word an export has for the kind of the record.
CREATE TABLE edit (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  of_kind TEXT NOT NULL,
  record TEXT NOT NULL,
  deleted INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_time ON edit (at);

-- What a step left behind, as JSON of its columns, null where it left none: whoever takes the step
-- back sees whether it is still so. Steps from before this are not compared.
ALTER TABLE undo_change ADD COLUMN following TEXT;
ALTER TABLE undo_step ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
