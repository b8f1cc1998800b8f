from django.db import models, transaction


class Poll(models.Model):
    title = models.CharField(max_length=40)


class Choice(models.Model):
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE)
    text = models.CharField(max_length=40)


# A query that nobody looks at is never sent, and locks nothing.
@transaction.atomic
def suggest(poll_id, text):
    Poll.objects.filter(id=poll_id).select_for_update()
    try:
        return Choice.objects.get(poll_id=poll_id, text=text)
    except Choice.DoesNotExist:
        return Choice.objects.create(poll_id=poll_id, text=text)  # expect: SL301


@transaction.atomic
def suggest_locked(poll_id, text):
    poll = Poll.objects.select_for_update().get(id=poll_id)
    try:
        return Choice.objects.get(poll=poll, text=text)
    except Choice.DoesNotExist:
        return Choice.objects.create(poll=poll, text=text)
