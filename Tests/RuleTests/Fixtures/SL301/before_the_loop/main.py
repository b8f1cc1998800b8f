import asyncio

from .roles import ensure_role, role_of
from .signals import next_message, open_session


async def main():
    session = open_session()
    await ensure_role(session, "owner")
    while True:
        message = await next_message()
        await role_of(session, message.role)


if __name__ == "__main__":
    asyncio.run(main())
