from django.db import models


class Basket(models.Model):
    owner = models.IntegerField()


class Purchase(models.Model):
    owner = models.IntegerField()


class BasketRebate(models.Model):
    basket = models.ForeignKey(Basket, related_name="rebates", on_delete=models.CASCADE)
    kind = models.CharField(max_length=20)


class PurchaseRebate(models.Model):
    purchase = models.ForeignKey("shop.Purchase", related_name="rebates", on_delete=models.CASCADE)
    kind = models.CharField(max_length=20)
