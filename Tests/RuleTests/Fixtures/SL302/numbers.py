from django.db import IntegrityError, models, transaction


class Order(models.Model):
    number = models.IntegerField()


class Receipt(models.Model):
    number = models.IntegerField(unique=True)


def place():
    last = Order.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    return Order.objects.create(number=number)  # expect: SL302


@transaction.atomic
def place_locked():
    last = Order.objects.select_for_update().order_by("-number").first()
    number = last.number + 1 if last else 1
    return Order.objects.create(number=number)


# The second one is refused.
def print_receipt_plainly():
    last = Receipt.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    return Receipt.objects.create(number=number)


def print_receipt():
    last = Receipt.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    try:
        with transaction.atomic():
            return Receipt.objects.create(number=number)
    except IntegrityError:
        return print_receipt()
