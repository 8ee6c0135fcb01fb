import { describe } from "vitest";
import { type Planted, plant } from "../planted.ts";

const uwsgi = { stack: "uwsgi" } as const;
const packaged = { stack: "uwsgi-cluster" } as const;
const wsgi = { stack: "wsgi" } as const;
const view = /^( +)return render_template\(/m;
const call = (text: string) => `$1requests.${text}\n$1return render_template(`;

const mistakes: readonly Planted[] = [
  ["python/wsgi-str-body", wsgi, "wsgi.py", 'return [] if method == "HEAD" else [body]', 'return ["hello"]'],
  ["python/wsgi-str-body", wsgi, "wsgi.py", 'return [] if method == "HEAD" else [body]', 'return [f"hello {method}"]'],
  ["python/outbound-call-without-timeout", uwsgi, "app.py", view, call('get("https://quotes.example.org/")')],
  ["python/outbound-call-without-timeout", packaged, "app/pages.py", view, call('post("https://quotes.example.org/")')],
  ["python/run-at-import", uwsgi, "wsgi.py", /$/, "\napp.run()\n"],
  ["python/run-at-import", packaged, "wsgi.py", /$/, '\napp.run(host="127.0.0.1")\n'],
  ["python/run-at-import", uwsgi, "app.py", /$/, "\napp.run()\n"],
  ["python/run-at-import", { stack: "gunicorn" }, "app.py", /$/, "\napp.run(debug=False)\n"],
  ["python/http-url", uwsgi, "app.py", view, call('get("http://api.quotes.org/random", timeout=3)')],
  ["python/http-url", packaged, "app/pages.py", view, call('post("http://api.quotes.org/", timeout=3)')],
];

describe("a generated repository gives", () => plant(mistakes));
