from django.db import models


class Answer(models.Model):
    text = models.TextField()
    length = models.IntegerField()


# What is read was set here.
def keep(answer: Answer, content: str):
    answer.text = content[:100]
    if answer.text != content:
        answer.text += "..."
    answer.save(update_fields=["text"])


def count(key: int, content: str):
    answer = Answer.objects.get(id=key)
    if not answer.length:
        answer.length = 0
    answer.length += len(content)
    answer.save()  # expect: SL302
