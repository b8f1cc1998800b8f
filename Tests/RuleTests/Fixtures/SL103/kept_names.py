# A temporary file that is kept when it is closed has to be removed by its name.
import asyncio
import os
import subprocess
import tempfile

import aiofiles.os
from aiofiles.tempfile import NamedTemporaryFile


def convert(data):
    with tempfile.NamedTemporaryFile(delete=False) as file:  # expect: SL103
        file.write(data)
    subprocess.check_call(["convert", file.name])
    os.remove(file.name)


def convert_named(data):
    with tempfile.NamedTemporaryFile(suffix=".png", delete=False) as file:  # expect: SL103
        file.write(data)
        path = file.name
    subprocess.check_call(["convert", path])
    os.unlink(path)


async def convert_later(data):
    async with NamedTemporaryFile(mode="wb", delete=False) as file:  # expect: SL103
        await file.write(data)
        name = file.name
    await asyncio.to_thread(subprocess.check_call, ["convert", name])
    await aiofiles.os.remove(name)


def convert_safely(data):
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(data)
    try:
        subprocess.check_call(["convert", file.name])
    finally:
        os.remove(file.name)


def convert_asked(data):
    path = None
    try:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(data)
            path = file.name
        subprocess.check_call(["convert", path])
    finally:
        if path and os.path.exists(path):
            os.unlink(path)


def convert_entered(data, owner):
    file = None
    try:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(data)
        os.chown(file.name, owner, -1)
    finally:
        if file is not None:
            os.unlink(file.name)


def kept(data):
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(data)
    return file.name


def moved(data, target):
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(data)
    subprocess.check_call(["convert", file.name])
    os.replace(file.name, target)
