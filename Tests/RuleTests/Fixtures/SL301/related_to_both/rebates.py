# One member leads to the rows of two classes: what has it, says which.
from .models import BasketRebate, PurchaseRebate


def give(basket, kind):
    rebate = basket.rebates.filter(kind=kind).first()
    if rebate:
        return rebate
    return BasketRebate.objects.create(basket=basket, kind=kind)  # expect: SL301


def give_to_purchase(purchase, kind):
    if not purchase.rebates.filter(kind=kind).exists():
        PurchaseRebate.objects.create(purchase=purchase, kind=kind)  # expect: SL301


# The rows of the other.
def copy(basket, purchase, kind):
    if not basket.rebates.filter(kind=kind).exists():
        PurchaseRebate.objects.create(purchase=purchase, kind=kind)
