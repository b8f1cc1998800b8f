# A class of a library makes a resource however it is imported, if the function itself closes it.
import camera
import camera.drivers as drivers
from camera import Device


def shot(port):
    device = camera.Device(port)  # expect: SL103
    picture = device.capture()
    device.close()
    return picture


def shot_by_driver(port):
    device = drivers.Usb(port)  # expect: SL103
    picture = device.capture()
    device.close()
    return picture


def shot_by_name(port):
    device = Device(port)  # expect: SL103
    picture = device.capture()
    device.close()
    return picture


def shot_safely(port):
    device = camera.Device(port)
    try:
        return device.capture()
    finally:
        device.close()


def parsed(text):
    parser = camera.Parser()
    parser.feed(text)
    return parser.close()


def settings(port):
    options = camera.Options(port)
    return options.values()
