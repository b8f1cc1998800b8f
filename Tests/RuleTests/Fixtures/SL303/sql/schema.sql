create table if not exists public.members (
  id bigserial primary key,
  club_id bigint not null references clubs (id),
  email text not null,
  joined timestamptz not null default now(),
  constraint one_entry unique (club_id, email)
);

create table courts (
  id bigint primary key,
  nickname varchar(40) not null
);
create unique index concurrently courts_nickname on courts using btree (lower(nickname));

create table "Rentals" (id bigserial, court_id bigint, starts_at timestamptz, ends_at timestamptz);
alter table "Rentals"
  add primary key (id),
  add constraint apart exclude using gist (court_id with =, tstzrange(starts_at, ends_at) with &&);

create table guests (id bigserial primary key, email text not null);
create index guests_email on guests (email);
