import zipfile

import aiohttp


# Closing one thing does not keep the other from being closed.
async def fetch(url):
    session = response = None
    try:
        session = aiohttp.ClientSession()
        response = await session.get(url)
        return await response.text()
    finally:
        if response is not None:
            response.close()
        if session is not None:
            await session.close()


# Entering the block of a variable that one of two ways has filled.
def archive(path, names):
    try:
        bundle = zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED)
    except RuntimeError:
        bundle = zipfile.ZipFile(path, "w")
    with bundle:
        for name in names:
            bundle.write(name)


def archive_wrong(path, names):
    bundle = zipfile.ZipFile(path, "w")  # expect: SL103
    for name in names:
        bundle.write(name)
    bundle.close()
