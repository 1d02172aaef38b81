-- A step that was taken back is kept, with what it had made of the records, to be done again.
ALTER TABLE undo_step ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0;
