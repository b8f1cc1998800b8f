DROP INDEX pins_nr;
