# Who streams the raw body of an answer to somebody else leaves its end to the one who streams.
import requests
from django.http import FileResponse, StreamingHttpResponse


def relay(url):
    answer = requests.get(url, stream=True)
    page = StreamingHttpResponse(answer.raw, status=answer.status_code)
    page["x-from"] = answer.headers["server"]
    return page


def relay_file(url):
    answer = requests.get(url, stream=True)
    return FileResponse(answer.raw)


def size(url):
    answer = requests.get(url, stream=True)  # expect: SL101
    return int(answer.headers["content-length"])
