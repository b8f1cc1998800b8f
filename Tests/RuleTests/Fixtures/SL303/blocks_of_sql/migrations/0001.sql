select execute($$
insert into migrations (id, description) values ('0001', 'payouts');
create table payouts(
  id uuid primary key,
  amount numeric(28, 18) not null check (amount > 0.0)
);
create index on payouts(amount);
$$) where not exists (select * from migrations where id = '0001');

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'seats_key') THEN
    CREATE TABLE seats (id serial primary key, hall int not null, nr int not null);
    ALTER TABLE seats ADD CONSTRAINT seats_key UNIQUE (hall, nr);
  END IF;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

create table settings (key integer primary key default 0, value text);

-- What a function would make is not made.
create function make_halls() returns void as $$
BEGIN
  CREATE TABLE halls (id serial primary key, name text unique);
END $$ language plpgsql;
