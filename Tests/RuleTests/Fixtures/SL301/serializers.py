from rest_framework import generics, serializers
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


class Ballot(serializers.ModelSerializer):
    class Meta:
        model = Vote
        fields = ["voter", "poll"]

    def create(self, validated_data):
        known = Vote.objects.filter(voter=validated_data["voter"]).first()
        if known:
            return known
        return super().create(validated_data)  # expect: SL301

    def update(self, instance, validated_data):
        if Vote.objects.filter(voter=validated_data["voter"]).exists():
            raise serializers.ValidationError("taken")
        return super().update(instance, validated_data)


class BallotList(generics.ListCreateAPIView):
    serializer_class = Ballot

    def perform_create(self, serializer):
        if Vote.objects.filter(voter=self.request.user.id).exists():
            raise serializers.ValidationError("voted already")
        serializer.save(voter=self.request.user.id)  # expect: SL301

    def perform_update(self, serializer):
        if Vote.objects.filter(voter=self.request.user.id).exists():
            raise serializers.ValidationError("voted already")
        serializer.save()


class BallotUpload(generics.CreateAPIView):
    serializer_class = Ballot

    def perform_create(self, serializer):
        try:
            serializer.instance = Vote.objects.get(voter=self.request.user.id)
        except Vote.DoesNotExist:
            print("a first vote")
        serializer.save()  # expect: SL301
