"""Proves a hub that was started with SPOTLIGHT_HUB_TRY: a test user logs in, gets a server and a copy of the course, opens
chapter 02 and runs its first cells and its first check in the Java kernel.

  SPOTLIGHT_HUB_TRY=a-password python3 exercises/deploy/jupyterhub/try.py [cells]

It needs tornado, which JupyterHub has brought along, and the Python that runs JupyterHub.
"""
import asyncio
import json
import os
import sys
import time
import uuid
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

HUB = os.environ.get("SPOTLIGHT_HUB_URL", "http://127.0.0.1:8000")
USER = "anna"
CHAPTER = "notebooks/02-spotlight.ipynb"


class Browser:
    """Cookies and redirects, as a browser has them."""

    def __init__(self):
        self.cookies = {}

    def headers(self):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if "_xsrf" in self.cookies:
            headers["X-XSRFToken"] = self.cookies["_xsrf"]
        return headers

    async def ask(self, path, method="GET", body=None):
        url = urljoin(HUB, path)
        for _ in range(20):
            answer = await AsyncHTTPClient().fetch(
                HTTPRequest(url, method=method, body=body, headers=self.headers(), follow_redirects=False,
                            request_timeout=120), raise_error=False)
            for line in answer.headers.get_list("Set-Cookie"):
                for name, morsel in SimpleCookie(line).items():
                    self.cookies[name] = morsel.value
            if answer.code not in (301, 302, 303):
                return url, answer
            url, method, body = urljoin(url, answer.headers["Location"]), "GET", None
        raise SystemExit("too many redirects at " + url)


async def run(browser, cells):
    _, answer = await browser.ask(f"/user/{USER}/api/kernels", "POST", json.dumps({"name": "java"}))
    check(answer.code == 201, f"the kernel java starts ({answer.code})")
    kernel = json.loads(answer.body)["id"]
    address = HUB.replace("http", "ws", 1) + f"/user/{USER}/api/kernels/{kernel}/channels"
    socket = await websocket_connect(HTTPRequest(address, headers=browser.headers()))
    for number, source in enumerate(cells, 1):
        identity = uuid.uuid4().hex
        await socket.write_message(json.dumps({
            "header": {"msg_id": identity, "msg_type": "execute_request", "username": USER, "session": "try",
                       "version": "5.3"},
            "parent_header": {}, "metadata": {}, "channel": "shell", "buffers": [],
            "content": {"code": source, "silent": False, "store_history": True, "user_expressions": {},
                        "allow_stdin": False, "stop_on_error": True}}))
        while True:
            message = json.loads(await asyncio.wait_for(socket.read_message(), 180))
            if message["parent_header"].get("msg_id") == identity and message["msg_type"] == "execute_reply":
                break
        check(message["content"]["status"] == "ok", f"cell {number} of chapter 02 runs: {message['content']['status']}")
    await browser.ask(f"/user/{USER}/api/kernels/{kernel}", "DELETE")


def check(well, what):
    print(("ok      " if well else "FAILED  ") + what, flush=True)
    if not well:
        raise SystemExit(1)


async def main():
    began = time.time()
    browser = Browser()
    url, answer = await browser.ask("/hub/login")
    check(answer.code == 200, "the login page shows")
    form = {"username": USER, "password": os.environ["SPOTLIGHT_HUB_TRY"]}
    if "_xsrf" in browser.cookies:
        form["_xsrf"] = browser.cookies["_xsrf"]
    await browser.ask("/hub/login", "POST", urlencode(form))
    url, answer = await browser.ask("/hub/spawn")
    for _ in range(120):
        url, answer = await browser.ask(f"/user/{USER}/tree")
        if answer.code == 200 and f"/user/{USER}/" in url:
            break
        await asyncio.sleep(1)
    check(answer.code == 200 and f"/user/{USER}/" in url, f"{USER}'s server answers after {time.time() - began:.0f} s")
    url, answer = await browser.ask(f"/user/{USER}/notebooks/{CHAPTER}")
    check(answer.code == 200 and b"02-spotlight.ipynb" in answer.body, "the page of chapter 02 opens: " + url)
    _, answer = await browser.ask(f"/user/{USER}/api/contents/{CHAPTER}")
    check(answer.code == 200, "its notebook is served")
    notebook = json.loads(answer.body)["content"]
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    check(notebook["metadata"]["kernelspec"]["name"] == "java", f"it is a Java notebook with {len(code)} cells")
    _, answer = await browser.ask(f"/user/{USER}/api/kernelspecs")
    check("java" in json.loads(answer.body)["kernelspecs"], "the kernel java is offered")
    first = code[:int(sys.argv[1]) if len(sys.argv) > 1 else 5]
    # The check reads the stub in the student's own copy and runs the course's tests on it.
    await run(browser, first + [source for source in code if "Exercises.check" in source and source not in first][:1])
    print(f"all well after {time.time() - began:.0f} s")


asyncio.run(main())
