from transport import open_channel


# No model knows this library: the function itself says what has to be closed.
def lost(address, message):
    channel = open_channel(address)  # expect: SL103
    channel.send(message)
    channel.close()


def right(address, message):
    channel = open_channel(address)
    try:
        channel.send(message)
    finally:
        channel.close()
