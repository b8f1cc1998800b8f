from django.db import models


class Badge(models.Model):
    name = models.CharField(max_length=200)
    room = models.IntegerField()


class Sticker(models.Model):
    name = models.CharField(max_length=200)
