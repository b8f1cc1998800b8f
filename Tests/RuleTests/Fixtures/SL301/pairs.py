"""Lists that are gone through side by side end with the longer one, whatever the other has."""

from itertools import zip_longest

from django.db import models


class Survey(models.Model):
    pass


class Answer(models.Model):
    survey = models.ForeignKey(Survey, related_name="answers", on_delete=models.CASCADE)
    question = models.IntegerField()
    text = models.TextField()
    before = models.TextField(default="")


def rewrite(survey: Survey, question, texts):
    before = survey.answers.filter(question=question).exclude(before="").values_list("before", flat=True)
    survey.answers.filter(question=question).delete()
    for old, new in zip_longest(before, texts, fillvalue=""):
        survey.answers.create(question=question, text=new, before=old)


def copy_all(survey: Survey, other: Survey):
    for one in Answer.objects.filter(survey=survey):
        Answer.objects.create(survey=other, question=one.question, text=one.text)


def ensure(survey: Survey, question):
    if not survey.answers.filter(question=question).exists():
        survey.answers.create(question=question, text="")  # expect: SL301
