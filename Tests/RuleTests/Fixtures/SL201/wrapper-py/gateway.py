import stripe


class Gateway:
    def __init__(self, account):
        self._account = account

    def _options(self, key):
        return {"stripe_account": self._account, "idempotency_key": key}

    def charge(self, order, *, key=None):
        return stripe.Charge.create(amount=order.total, **self._options(key))

    def refund(self, order, amount, **options):
        return stripe.Refund.create(charge=order.charge, amount=amount, **options)
