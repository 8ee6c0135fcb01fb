import { expect, it } from "vitest";
import type { Files } from "../generated.ts";
import { ini } from "../model/read.ts";
import { said } from "./planted.ts";

const program = (...lines: string[]): Files => ({
  "supervisor.conf": `[program:a]\ncommand=/srv/a/gunicorn a:app\n${lines.join("\n")}\n`,
});
const web = (password: string) => program(`[inet_http_server]\nport=127.0.0.1:9001\npassword=${password}`);
const docker = { Dockerfile: "FROM python\n" };
const flask = "from flask import Flask\nimport requests\napp = Flask(__name__)\n";
const view = (line: string): Files => ({ "a.py": `${flask}@app.get("/")\ndef index():\n    return ${line}\n` });
const module = (lines: string): Files => ({ "uwsgi.ini": ini("module = a:app"), "a.py": flask + lines });
const wsgi = (answer: string): Files => ({ "a.py": `def app(environ, start_response):\n    return ${answer}\n` });
const job = (line: string): Files => ({ "a.conf": `start on boot\n${line}\nexec uwsgi --ini a.ini\n` });

it.each<[string, string, Files, number]>([
  ["supervisor/no-autorestart", "false", program("autorestart=FALSE"), 1],
  ["supervisor/no-autorestart", "unexpected", program("autorestart=unexpected"), 0],
  ["supervisor/no-autorestart", "none", program(), 0],
  ["supervisor/runs-as-root", "no user", program(), 1],
  ["supervisor/runs-as-root", "root", program("user=root"), 1],
  ["supervisor/runs-as-root", "a user", program("user=a"), 0],
  ["supervisor/runs-as-root", "a container", { ...program("user=root"), ...docker }, 0],
  ["supervisor/runs-as-root", "a user of supervisord", program("[supervisord]\nuser=a"), 0],
  ["supervisor/runs-as-root", "root of supervisord", program("[supervisord]\nuser=root"), 1],
  ["supervisor/runs-as-root", "uWSGI", { "supervisor.conf": "[program:a]\ncommand=uwsgi a.ini\n" }, 0],
  ["supervisor/runs-as-root", "any Python", { "supervisor.conf": "[program:a]\ncommand=python a.py\n" }, 0],
  ["supervisor/weak-password", "eight digits", web("12345678"), 1],
  ["supervisor/weak-password", "nine digits", web("123456789"), 0],
  ["supervisor/weak-password", "a word", web("Password"), 1],
  ["supervisor/weak-password", "what is filled in", web("%(ENV_PASSWORD)s"), 0],
  ["supervisor/weak-password", "a unix socket", program("[unix_http_server]\npassword=123"), 0],
  ["supervisor/unknown-section", "a slip", program("[programm:b]"), 1],
  ["supervisor/unknown-section", "its own", program("[shop]"), 0],
  ["cmd/dev-server", "a Procfile", { Procfile: "web: flask run\n" }, 1],
  ["cmd/dev-server", "a script in front", { "start.sh": "flask run\n" }, 0],
  ["cmd/dev-server", "a script behind", { "start.sh": "flask run &\n" }, 1],
  ["cmd/dev-server", "a script for development", { "run-dev.sh": "flask run &\n" }, 0],
  ["cmd/dev-server", "a container", { Dockerfile: "FROM a\nCMD flask run\n" }, 0],
  ["cmd/dev-server", "a file that runs", { Procfile: "web: python a.py\n", "a.py": `${flask}app.run()\n` }, 1],
  ["cmd/dev-server", "a file that does not", { Procfile: "web: python a.py\n", "a.py": flask }, 0],
  ["cmd/shell-background", "behind", { "start.sh": "gunicorn a:app &\n" }, 1],
  ["cmd/shell-background", "nohup", { "start.sh": "nohup gunicorn a:app\n" }, 1],
  ["cmd/shell-background", "in front", { "start.sh": "gunicorn a:app\n" }, 0],
  ["cmd/shell-background", "a wait", { "start.sh": "gunicorn a:app &\nwait\n" }, 0],
  ["cmd/shell-background", "a container's start", { "start.sh": "gunicorn a:app &\n", ...docker }, 0],
  ["cmd/shell-background", "another of a container's", { "deploy.sh": "gunicorn a:app &\n", ...docker }, 1],
  ["cmd/shell-background", "a stop", { "start.sh": "uwsgi --stop a.pid &\n" }, 0],
  ["cmd/shell-background", "any Python", { "start.sh": "python a.py &\n" }, 0],
  ["python/http-url", "http", view('requests.get("http://a.org/b")'), 1],
  ["python/http-url", "https", view('requests.get("https://a.org/b")'), 0],
  ["python/http-url", "its second argument", view('requests.request("GET", "http://a.org/b")'), 1],
  ["python/http-url", "its name", view('requests.get(url="http://a.org/b")'), 1],
  ["python/http-url", "this machine", view('requests.get("http://localhost:80/b")'), 0],
  ["python/http-url", "an address", view('requests.get("http://10.0.0.1/b")'), 0],
  ["python/http-url", "a private name", view('requests.get("http://a.internal/b")'), 0],
  ["python/http-url", "a name of it", { "a.py": `${flask}u = "http://a.org"\ndef f():\n    requests.get(u)\n` }, 1],
  [
    "python/http-url",
    "a name of two",
    { "a.py": `${flask}u = "http://a.org"\nu = x\ndef f():\n    requests.get(u)\n` },
    0,
  ],
  ["python/outbound-call-without-timeout", "none", view("requests.get(u)"), 1],
  ["python/outbound-call-without-timeout", "one", view("requests.get(u, timeout=5)"), 0],
  ["python/outbound-call-without-timeout", "what is not known", view("requests.get(u, **more)"), 0],
  ["python/outbound-call-without-timeout", "urlopen", view("urlopen(u, None)"), 1],
  ["python/outbound-call-without-timeout", "urlopen's third", view("urlopen(u, None, 5)"), 0],
  ["python/outbound-call-without-timeout", "no function", { "a.py": `${flask}requests.get(u)\n` }, 0],
  [
    "python/outbound-call-without-timeout",
    "no views",
    { "a.py": "import requests\ndef f():\n    requests.get(u)\n" },
    0,
  ],
  ["python/run-at-import", "it runs", module("app.run()\n"), 1],
  ["python/run-at-import", "only by itself", module('if __name__ == "__main__":\n    app.run()\n'), 0],
  ["python/run-at-import", "in a function", module("def main():\n    app.run()\n"), 0],
  ["python/run-at-import", "another object", module("loop.run()\n"), 0],
  ["python/wsgi-str-body", "a text", wsgi('["a"]'), 1],
  ["python/wsgi-str-body", "a text alone", wsgi('"a"'), 1],
  ["python/wsgi-str-body", "bytes", wsgi('[rb"a"]'), 0],
  [
    "python/wsgi-str-body",
    "another function",
    { "a.py": "def app(start_response):\n    pass\ndef f():\n    return 'a'\n" },
    0,
  ],
  ["upstart/path-replaced", "its own alone", job("env PATH=/srv/a/bin"), 1],
  ["upstart/path-replaced", "the system's", job("env PATH=/srv/a/bin:/bin"), 0],
  ["upstart/path-replaced", "what was there", job("env PATH=/srv/a/bin:$PATH"), 0],
])("%s, with %s", (id, _, files, count) => expect(said(id, files)).toHaveLength(count));
