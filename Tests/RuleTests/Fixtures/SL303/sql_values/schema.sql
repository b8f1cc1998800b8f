CREATE TABLE letters (
  id UUID PRIMARY KEY,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  sent_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX one_letter ON letters (sender, subject);
