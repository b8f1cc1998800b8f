# A loop over what connects makes a connection each round, and closes it.
import websockets


async def follow(url, handle):
    async for socket in websockets.connect(url):
        try:
            async for message in socket:
                await handle(message)
        except websockets.ConnectionClosed:
            continue


async def once(url):
    socket = await websockets.connect(url)  # expect: SL101
    await socket.send("hello")
    return await socket.recv()
