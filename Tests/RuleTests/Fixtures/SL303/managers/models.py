from django.db import models


class LivingManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(ended=None)


class LivingModel(models.Model):
    ended = models.DateTimeField(null=True)
    objects = LivingManager()
    every = models.Manager()

    class Meta:
        abstract = True


class Cart(LivingModel):
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    label = models.CharField(max_length=50)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "label"], name="one_label")]


class Tip(LivingModel):
    text = models.CharField(max_length=50)
