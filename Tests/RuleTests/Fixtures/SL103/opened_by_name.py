"""Nothing is held before an object was opened, whatever the method is called."""

from cameras import CameraStream


async def show(camera, url):
    stream = CameraStream(camera.binary)
    await stream.open_camera(url)
    try:
        return await camera.proxy(stream)
    finally:
        await stream.close()


async def show_badly(camera, url):
    stream = CameraStream(camera.binary)  # expect: SL103
    await stream.open_camera(url)
    result = await camera.proxy(url)
    await stream.close()
    return result
