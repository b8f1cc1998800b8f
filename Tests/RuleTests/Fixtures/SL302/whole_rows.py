# A row is read, changed in memory, and put back as it stands.
import boto3
from pymongo import MongoClient

players = MongoClient()["club"]["players"]
table = boto3.resource("dynamodb").Table("members")


def score(player: str, points: int) -> None:
    row = players.find_one({"_id": player})
    row["points"] = row["points"] + points
    players.replace_one({"_id": player}, row)  # expect: SL302 "`points`"


def score_in_one_step(player: str, points: int) -> None:
    players.update_one({"_id": player}, {"$inc": {"points": points}})


def pay(member: str, amount: int) -> None:
    item = table.get_item(Key={"id": member})["Item"]
    item["balance"] = item["balance"] - amount
    table.put_item(Item=item)  # expect: SL302 "`balance`"


def pay_if_unchanged(member: str, amount: int) -> None:
    item = table.get_item(Key={"id": member})["Item"]
    item["balance"] = item["balance"] - amount
    item["version"] = item["version"] + 1
    table.put_item(Item=item, ConditionExpression="version = :v", ExpressionAttributeValues={":v": item["version"] - 1})


def set_balance(member: str, amount: int) -> None:
    item = table.get_item(Key={"id": member})["Item"]
    left = item["balance"] - amount
    table.update_item(  # expect: SL302 "`balance`"
        Key={"id": member},
        UpdateExpression="SET balance = :left",
        ExpressionAttributeValues={":left": left},
    )


def take_from_balance(member: str, amount: int) -> None:
    table.update_item(
        Key={"id": member},
        UpdateExpression="SET balance = balance - :amount",
        ExpressionAttributeValues={":amount": amount},
    )


def set_balance_if_unchanged(member: str, amount: int) -> None:
    item = table.get_item(Key={"id": member})["Item"]
    table.update_item(
        Key={"id": member},
        UpdateExpression="SET balance = :left",
        ConditionExpression="balance = :old",
        ExpressionAttributeValues={":left": item["balance"] - amount, ":old": item["balance"]},
    )


# Nothing of it was read.
def rename(member: str, name: str) -> None:
    item = table.get_item(Key={"id": member})["Item"]
    item["name"] = name
    table.put_item(Item=item)
