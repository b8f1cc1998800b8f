ALTER TABLE tags DROP CONSTRAINT tags_name_owner_key;
DROP INDEX IF EXISTS marks_by_name;
ALTER TABLE labels DROP INDEX one_text;
ALTER TABLE old_boards RENAME TO boards;
