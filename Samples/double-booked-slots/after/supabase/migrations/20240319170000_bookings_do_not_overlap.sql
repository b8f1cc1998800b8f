create extension if not exists btree_gist;

alter table bookings add constraint bookings_do_not_overlap
  exclude using gist (
    room_id with =,
    tstzrange(starts_at, ends_at) with &&
  )
  where (status <> 'cancelled');
