create table customers (
  id    uuid primary key default gen_random_uuid(),
  email text not null unique,
  name  text not null
);

create table rooms (
  id     uuid primary key default gen_random_uuid(),
  name   text not null,
  opens  time not null default '08:00',
  closes time not null default '22:00'
);

create table bookings (
  id          uuid primary key default gen_random_uuid(),
  room_id     uuid not null references rooms (id),
  customer_id uuid not null references customers (id),
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  status      text not null default 'confirmed',
  check (ends_at > starts_at)
);

create index bookings_of_room on bookings (room_id, starts_at);

create table equipment_loans (
  id           uuid primary key default gen_random_uuid(),
  equipment_id uuid not null,
  customer_id  uuid not null references customers (id),
  returned_at  timestamptz
);

create table waitlist (
  room_id     uuid not null references rooms (id),
  day         date not null,
  customer_id uuid not null references customers (id),
  primary key (room_id, day, customer_id)
);
