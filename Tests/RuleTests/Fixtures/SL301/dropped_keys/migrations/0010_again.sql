DROP INDEX pins_nr;
CREATE UNIQUE INDEX pins_nr ON pins (board, nr);
-- migrate:down
DROP INDEX pins_nr;
ALTER TABLE marks DROP CONSTRAINT marks_name_key;
