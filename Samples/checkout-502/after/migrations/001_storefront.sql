CREATE TABLE products (
  sku        text PRIMARY KEY,
  title      text NOT NULL,
  unit_price integer NOT NULL CHECK (unit_price >= 0)
);

CREATE TABLE inventory (
  sku      text PRIMARY KEY REFERENCES products (sku),
  on_hand  integer NOT NULL,
  reserved integer NOT NULL DEFAULT 0,
  CHECK (reserved >= 0 AND reserved <= on_hand)
);

CREATE TABLE carts (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  status      text NOT NULL DEFAULT 'open'
);

CREATE TABLE cart_items (
  cart_id  uuid NOT NULL REFERENCES carts (id),
  sku      text NOT NULL REFERENCES products (sku),
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (cart_id, sku)
);

CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cart_id     uuid NOT NULL UNIQUE REFERENCES carts (id),
  customer_id uuid NOT NULL,
  total       integer NOT NULL,
  status      text NOT NULL DEFAULT 'placed',
  placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE order_items (
  order_id   bigint NOT NULL REFERENCES orders (id),
  sku        text NOT NULL REFERENCES products (sku),
  quantity   integer NOT NULL,
  unit_price integer NOT NULL,
  PRIMARY KEY (order_id, sku)
);
