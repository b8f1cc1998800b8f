#!/usr/bin/env python3
"""Downloads one file of a Python package index and keeps it only if its SHA-256 is the expected one.

    fetch_sdist.py PROJECT FILE SHA256 DESTINATION

The index is the one that pip is configured to use, so that mirrors and proxies work as they do for
pip itself; `pip download` is not used because it builds the package to learn its metadata, which
takes minutes for large source packages. Prints one sentence and exits 1 when it fails.
"""

import base64
import hashlib
import html.parser
import json
import os
import re
import ssl
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT_SECONDS = 60


class Failure(Exception):
    """A reason to stop, told to the user in one sentence."""


class LinkCollector(html.parser.HTMLParser):
    """The `href` of every link of a page, in order."""

    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attributes):
        target = dict(attributes).get("href")
        if tag == "a" and target:
            self.links.append(target)


def pip_setting(name):
    """What pip's environment or configuration files say about one of its options."""
    from_environment = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    if from_environment:
        return from_environment
    for section in ("download", "install", "global"):
        answer = subprocess.run(
            [sys.executable, "-m", "pip", "config", "get", f"{section}.{name}"],
            capture_output=True, text=True, check=False)
        if answer.returncode == 0 and answer.stdout.strip():
            return answer.stdout.strip()
    return None


def index_url():
    """The base address of the simple index, without a slash at its end."""
    configured = pip_setting("index-url")
    if configured:
        return configured.rstrip("/")
    try:
        from pip._internal.models.index import PyPI
    except ImportError:
        raise Failure("pip is missing for " + sys.executable + ": install python3-pip") from None
    return PyPI.simple_url.rstrip("/")


def tls_context():
    """Trusts what pip and requests are told to trust, else the system's certificates."""
    bundle = os.environ.get("REQUESTS_CA_BUNDLE") or pip_setting("cert")
    if bundle and os.path.isdir(bundle):
        return ssl.create_default_context(capath=bundle)
    return ssl.create_default_context(cafile=bundle)


def request(address, accept):
    """A request for an address; a user and password within it become a header."""
    parts = urllib.parse.urlsplit(address)
    headers = {"Accept": accept, "User-Agent": "stopleak-setup"}
    if parts.username:
        pair = ":".join(urllib.parse.unquote(part or "") for part in (parts.username, parts.password))
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        host = parts.netloc.rpartition("@")[2]
        address = urllib.parse.urlunsplit(parts._replace(netloc=host))
    return urllib.request.Request(address, headers=headers)


def file_address(project, name, context):
    """Where the index says that the file is."""
    normalized = re.sub(r"[-_.]+", "-", project).lower()
    page = f"{index_url()}/{normalized}/"
    accept = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
    with urllib.request.urlopen(
            request(page, accept), context=context, timeout=TIMEOUT_SECONDS) as answer:
        body = answer.read().decode("utf-8", "replace")
        is_json = "json" in answer.headers.get("Content-Type", "")
        base = answer.geturl()
    if is_json:
        links = [entry["url"] for entry in json.loads(body)["files"]]
    else:
        collector = LinkCollector()
        collector.feed(body)
        links = collector.links
    for link in links:
        address = urllib.parse.urljoin(base, link)
        path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        if path.rpartition("/")[2] == name:
            return urllib.parse.urldefrag(address).url
    raise Failure(f"the package index has no file {name}: check the index that pip is set to use")


def download(address, destination, expected, context):
    """Writes beside the destination and renames at the end: a file under its name is whole."""
    partial = f"{destination}.{os.getpid()}.partial"
    digest = hashlib.sha256()
    try:
        with urllib.request.urlopen(
                request(address, "*/*"), context=context, timeout=TIMEOUT_SECONDS) as answer:
            with open(partial, "wb") as output:
                while chunk := answer.read(1 << 20):
                    digest.update(chunk)
                    output.write(chunk)
        if digest.hexdigest() != expected:
            raise Failure(
                f"{os.path.basename(destination)} has the SHA-256 {digest.hexdigest()}, not the "
                "pinned one: do not use it, and check the index that pip is set to use")
        os.replace(partial, destination)
    finally:
        if os.path.exists(partial):
            os.unlink(partial)


def main(arguments):
    if len(arguments) != 4:
        raise Failure("usage: fetch_sdist.py PROJECT FILE SHA256 DESTINATION")
    project, name, expected, destination = arguments
    context = tls_context()
    download(file_address(project, name, context), destination, expected, context)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Failure as failure:
        sys.exit(f"stopleak set-up: {failure}")
    except (urllib.error.URLError, OSError, ValueError, KeyError) as error:
        sys.exit(
            f"stopleak set-up: cannot download {sys.argv[2]} ({error}): "
            "connect to the network and run again")
