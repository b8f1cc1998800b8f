CREATE TABLE carts (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  total       integer NOT NULL CHECK (total > 0),
  currency    char(3) NOT NULL
);

CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cart_id     uuid NOT NULL REFERENCES carts (id),
  customer_id uuid NOT NULL,
  total       integer NOT NULL,
  currency    char(3) NOT NULL,
  charge_id   text NOT NULL,
  placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE refunds (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id       uuid NOT NULL UNIQUE,
  order_id         bigint NOT NULL REFERENCES orders (id),
  amount           integer NOT NULL,
  stripe_refund_id text
);

CREATE TABLE renewals (
  id              uuid PRIMARY KEY,
  stripe_customer text NOT NULL,
  payment_method  text NOT NULL,
  amount          integer NOT NULL,
  currency        char(3) NOT NULL,
  payment_intent  text
);

CREATE TABLE stripe_events (
  id          text PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now()
);
