import requests


class Provider:
    def __init__(self, token):
        self.token = token

    @property
    def headers(self):
        headers = {}
        if self.token:
            headers["Authorization"] = "Bearer %s" % self.token
        return headers


class Method(Provider):
    def refund(self, refund):
        body = {"amount": {"value": str(refund.amount)}}
        return requests.post(  # expect: SL201
            "https://api.mollie.com/v2/payments/{}/refunds".format(refund.payment),
            json=body,
            headers=self.headers,
        )

    def refund_once(self, refund):
        body = {"amount": {"value": str(refund.amount)}}
        return requests.post(
            "https://api.mollie.com/v2/payments/{}/refunds".format(refund.payment),
            json=body,
            headers={**self.headers, "Idempotency-Key": f"refund-{refund.id}"},
        )


class KeyedProvider(Provider):
    @property
    def headers(self):
        return {"Idempotency-Key": f"refund-{self.token.refund_id}"}


class KeyedMethod(KeyedProvider):
    def refund(self, refund):
        return requests.post(
            "https://api.mollie.com/v2/payments/{}/refunds".format(refund.payment),
            json={"amount": {"value": str(refund.amount)}},
            headers=self.headers,
        )
