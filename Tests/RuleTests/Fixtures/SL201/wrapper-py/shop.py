from .gateway import Gateway

gateway = Gateway("acct_1")


def pay(order):
    return gateway.charge(order, key=f"charge-{order.id}")


def pay_without(order):
    return gateway.charge(order)  # expect: SL201 "`gateway.charge`, which calls"


def give_back(order, amount, refund):
    return gateway.refund(order, amount, idempotency_key=f"refund-{refund.id}")


def give_back_without(order, amount):
    return gateway.refund(order, amount, reason="requested_by_customer")  # expect: SL201
