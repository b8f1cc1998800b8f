from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from django.db import models


class Vote(models.Model):
    voter = models.IntegerField()
    poll = models.IntegerField()


class VoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = Vote
        fields = ["voter", "poll"]


class VoteView(APIView):
    def post(self, request):
        serializer = VoteSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        wanted = serializer.validated_data
        try:
            vote = Vote.objects.get(voter=wanted["voter"], poll=wanted["poll"])
        except Vote.DoesNotExist:
            serializer.save()  # expect: SL301
            return Response(status=201)
        return Response(VoteSerializer(vote).data)

    def put(self, request, key):
        vote = Vote.objects.get(id=key)
        serializer = VoteSerializer(vote, data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(serializer.data)
