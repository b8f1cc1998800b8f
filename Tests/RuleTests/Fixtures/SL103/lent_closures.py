"""A closure that runs while its call is waited for is no owner of what the function ends itself."""


def copying(app, path):
    async def wrapper(scope, receive, send):
        out = open(path, "wb")  # expect: SL103

        async def send_copy(message):
            if message["type"] == "body":
                out.write(message["body"])
                if not message.get("more"):
                    out.close()
            await send(message)

        await app(scope, receive, send_copy)
        out.close()

    return wrapper


def copying_safely(app, path):
    async def wrapper(scope, receive, send):
        out = open(path, "wb")

        async def send_copy(message):
            if message["type"] == "body":
                out.write(message["body"])
                if not message.get("more"):
                    out.close()
            await send(message)

        try:
            await app(scope, receive, send_copy)
        finally:
            out.close()

    return wrapper
