import boto3

users = boto3.resource("dynamodb").Table("users")


def register(email):
    found = users.get_item(Key={"email": email})
    if "Item" in found:
        raise ValueError("exists")
    users.put_item(Item={"email": email})  # expect: SL301


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
