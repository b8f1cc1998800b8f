CREATE INDEX CONCURRENTLY fees_of_payment ON payment_fees (payment_id);
