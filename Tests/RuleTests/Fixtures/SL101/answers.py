"""The answer to a request is not the session's next owner, and reading its text is reading it."""

import requests


def ask(url, log):
    web = requests.Session()  # expect: SL101
    answer = web.get(url)
    log(answer.text)


def page(url, log):
    answer = requests.get(url, stream=True)
    if answer.status_code != 200:
        log(f"error: {answer.text}")
        return None
    return answer.content


def status(url):
    answer = requests.get(url, stream=True)  # expect: SL101
    return answer.status_code
