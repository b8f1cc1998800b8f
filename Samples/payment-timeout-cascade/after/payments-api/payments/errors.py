class PaymentError(Exception):
    """A payment could not go through; `code` goes to the merchant."""

    code = "payment_failed"


class UnknownPayment(PaymentError):
    code = "unknown_payment"


class CardRefused(PaymentError):
    code = "card_refused"


class ValidatorUnavailable(PaymentError):
    code = "validator_unavailable"
