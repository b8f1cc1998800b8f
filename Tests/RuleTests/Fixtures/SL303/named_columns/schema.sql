CREATE TABLE visitors (id serial PRIMARY KEY, email text UNIQUE, badge text);
