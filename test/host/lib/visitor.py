"""Asks for / through nginx, from inside the host, until stdin ends; then says what it saw. Works with the network cut."""
from __future__ import annotations

import http.client
import json
import select
import sys
import time

sent, longest = 0, 0.0
failed: list[str] = []
texts: dict[str, int] = {}
while not select.select([0], [], [], 0.01)[0]:
    began = time.monotonic()
    sent += 1
    channel = http.client.HTTPConnection("127.0.0.1", 80, timeout=10)
    try:
        channel.request("GET", "/")
        answer = channel.getresponse()
        text = answer.read(200).decode("utf-8", "replace")
        texts[text] = texts.get(text, 0) + 1
        if answer.status >= 400:
            failed.append("%.3f answered %d" % (time.time(), answer.status))
    except OSError as error:
        failed.append("%.3f %s" % (time.time(), error))
    finally:
        channel.close()
    longest = max(longest, time.monotonic() - began)
    if sent == 1:
        print("here", flush=True)
json.dump({"sent": sent, "failed": failed, "longestMs": round(longest * 1000), "texts": texts}, sys.stdout)
