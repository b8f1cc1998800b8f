ALTER TABLE orders
  ADD COLUMN status text NOT NULL DEFAULT 'paid',
  ADD COLUMN attempt integer NOT NULL DEFAULT 1,
  ALTER COLUMN charge_id DROP NOT NULL;

ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'pending';

-- The doubles of the incident were refunded and deleted before this ran.
ALTER TABLE orders
  ADD CONSTRAINT one_order_per_cart UNIQUE (cart_id),
  ADD CONSTRAINT one_order_per_charge UNIQUE (charge_id);

ALTER TABLE renewals ADD COLUMN attempt integer NOT NULL DEFAULT 1;

DROP TABLE stripe_events;
