# What ends by itself, or is collected, is told of where the function ends it on another way out.
import asyncio
import mailbox
import multiprocessing
import os


def finish(main):
    loop = asyncio.new_event_loop()  # expect: SL103
    asyncio.set_event_loop(loop)
    result = loop.run_until_complete(main())
    loop.close()
    return result


def finish_closed(main):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()


def serve():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_forever()


def watched(work, judge):
    process = multiprocessing.Process(target=work)
    process.start()  # expect: SL103
    judge.wait()
    process.terminate()
    process.join()


def watched_ended(work, judge):
    process = multiprocessing.Process(target=work)
    process.start()
    try:
        judge.wait()
    finally:
        process.terminate()
        process.join()


def waited(work, judge):
    process = multiprocessing.Process(target=work)
    process.start()
    judge.wait()
    process.join()


def largest(folder):
    entries = os.scandir(folder)  # expect: SL103
    found = max(entries, key=lambda entry: entry.stat().st_size)
    entries.close()
    return found


def names(folder):
    return [entry.name for entry in os.scandir(folder)]


def deliver(path, message):
    box = mailbox.mbox(path)
    box.lock()  # expect: SL103
    box.add(message.render())
    box.unlock()


def deliver_unlocked(path, message):
    box = mailbox.mbox(path)
    box.lock()
    try:
        box.add(message.render())
    finally:
        box.unlock()


async def once(handle, host, ready):
    server = await asyncio.start_server(handle, host, 7000)  # expect: SL103
    await ready()
    server.close()


async def for_ever(handle, host):
    server = await asyncio.start_server(handle, host, 7000)
    async with server:
        await server.serve_forever()


async def listen(protocol, stop):
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(protocol)  # expect: SL103
    await stop.wait()
    transport.close()


async def listen_closed(protocol, stop):
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(protocol)
    try:
        await stop.wait()
    finally:
        transport.close()
