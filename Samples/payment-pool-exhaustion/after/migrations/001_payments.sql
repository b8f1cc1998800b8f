CREATE TABLE payments (
  id          uuid PRIMARY KEY,
  merchant_id uuid NOT NULL,
  amount      integer NOT NULL,
  currency    char(3) NOT NULL,
  status      text NOT NULL DEFAULT 'captured',
  captured_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX payments_of_merchant ON payments (merchant_id, captured_at);

CREATE TABLE payment_fees (
  payment_id uuid NOT NULL REFERENCES payments (id),
  kind       text NOT NULL,
  amount     integer NOT NULL
);

CREATE TABLE holds (
  payment_id uuid PRIMARY KEY REFERENCES payments (id),
  reason     text NOT NULL,
  placed_by  text NOT NULL,
  placed_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE audit_log (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor   text NOT NULL,
  action  text NOT NULL,
  subject uuid NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);
