CREATE TABLE settlement_runs (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day        date NOT NULL UNIQUE,
    started_at timestamptz NOT NULL DEFAULT now(),
    settled    integer
);

CREATE TABLE captures (
    id         uuid PRIMARY KEY,
    account    text NOT NULL,
    amount     bigint NOT NULL,
    captured   date NOT NULL,
    settled_in bigint REFERENCES settlement_runs (id)
);

CREATE INDEX captures_to_settle ON captures (captured) WHERE settled_in IS NULL;
