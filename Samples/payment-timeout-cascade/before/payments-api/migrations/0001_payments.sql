CREATE TABLE payments (
    id          uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    card_token  text NOT NULL,
    amount      bigint NOT NULL CHECK (amount > 0),
    currency    char(3) NOT NULL,
    status      text NOT NULL DEFAULT 'new',
    approval    text,
    updated_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE payment_events (
    payment_id uuid NOT NULL REFERENCES payments (id),
    kind       text NOT NULL,
    detail     text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX payments_by_status ON payments (status, updated_at);
