import boto3
from boto3.dynamodb.conditions import Key

users = boto3.resource("dynamodb").Table("users")


def register(email):
    found = users.get_item(Key={"email": email})
    if "Item" in found:
        raise ValueError("exists")
    users.put_item(Item={"email": email})  # expect: SL301 "the second replaces what the first has written"


def register_once(email):
    found = users.get_item(Key={"email": email})
    if "Item" in found:
        raise ValueError("exists")
    users.put_item(Item={"email": email}, ConditionExpression="attribute_not_exists(email)")


def copy(email):
    found = users.get_item(Key={"email": email})
    if "Item" not in found:
        raise ValueError("nobody")
    users.put_item(Item={"email": email, "copy": True})


def register_by_name(name, key):
    found = users.query(IndexName="names", KeyConditionExpression=Key("name").eq(name))
    if found["Items"]:
        raise ValueError("exists")
    users.put_item(Item={"email": key, "name": name})  # expect: SL301 "both insert into"


def register_by_count(name, key):
    found = users.query(IndexName="names", KeyConditionExpression=Key("name").eq(name))
    if found["Count"] == 0:
        users.put_item(Item={"email": key, "name": name})  # expect: SL301
