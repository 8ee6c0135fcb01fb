import { describe, expect, it } from "vitest";
import { imagesOf, isNginxImage } from "../../../../action/lint/model/containers.ts";
import { processEntry, unitEntry } from "../../../../action/lint/model/launchers.ts";
import type { Starter } from "../../../../action/lint/model/types.ts";
import { read, unit } from "./read.ts";

const startersOf = (files: Record<string, string>) => read(files).model.starters;
/** What a starter says of its processes, without what it does not say. */
const said = ({ by, name, user, group, directory, environment, invocations }: Starter) => ({
  by,
  name,
  ...(user && { user: user.text }),
  ...(group && { group: group.text }),
  ...(directory && { directory: directory.text }),
  ...(environment.size > 0 && {
    environment: Object.fromEntries([...environment].map(([key, { text }]) => [key, text])),
  }),
  runs: invocations.map(({ program, nested }) => `${program}${nested ? " nested" : ""}`),
});
const saidOf = (path: string, text: string) => startersOf({ [path]: text }).map(said);

describe("a unit", () => {
  it("says who runs what, where, and in which environment", () => {
    const text = unit(
      "User=shop",
      "Group=www-data",
      "WorkingDirectory=-/srv/shop",
      'Environment=A=1 "B=x y" nothing =z',
      "Environment=C=d=e",
      "ExecStart=/srv/shop/venv/bin/uwsgi --ini a.ini",
    );
    expect(saidOf("deploy/shop.service", text)).toEqual([
      {
        by: "systemd",
        name: "shop",
        user: "shop",
        group: "www-data",
        directory: "/srv/shop",
        environment: { A: "1", B: "x y", C: "d=e" },
        runs: ["uwsgi"],
      },
    ]);
  });

  it.each([
    ["shop@.service", "shop"],
    ["a/shop.service.j2", "shop"],
    ["a.b/shop.web.service", "shop.web"],
  ])("%s is called %s", (path, name) =>
    expect(saidOf(path, unit("WorkingDirectory=!/a-b", "ExecStart=/bin/true"))).toEqual([
      { by: "systemd", name, directory: "/a-b", runs: [] },
    ]),
  );

  it("without a service starts nothing", () =>
    expect(startersOf({ "shop.socket": "[Socket]\nListenStream=80\n" })).toEqual([]));

  it("starts the one server that its script starts, which is no starter of its own then", () => {
    const files = (script: string, exec = "/srv/shop/bin/start.sh") => ({
      "shop.service": unit("WorkingDirectory=/srv", `ExecStart=${exec}`),
      "bin/start.sh": script,
    });
    const within = [{ by: "systemd", name: "shop", directory: "/srv", runs: ["gunicorn nested"] }];
    expect(startersOf(files("exec gunicorn a:app\n")).map(said)).toEqual(within);
    expect(startersOf(files("exec gunicorn a:app\n", "start.sh now")).map(said)).toEqual(within);
    expect(startersOf(files("exec gunicorn a:app\n", "/bin/sh -e /srv/bin/start.sh")).map(said)).toEqual(within);
    expect(startersOf(files("cd /opt\nexec gunicorn a:app\n")).map(said)).toEqual([
      { ...within[0], directory: "/opt" },
    ]);
    const apart = [
      { by: "systemd", name: "shop", directory: "/srv", runs: [] },
      { by: "script", name: "start", runs: ["gunicorn", "uwsgi"] },
    ];
    expect(startersOf(files("gunicorn a:app\nuwsgi --ini a.ini\n")).map(said)).toEqual(apart);
    expect(startersOf(files("echo hello\n")).map(said)).toEqual(apart.slice(0, 1).map((one) => ({ ...one })));
    expect(startersOf(files("gunicorn a:app\n", "/bin/gunicorn b:app -c bin/start.sh")).map(said)).toEqual([
      { ...apart[0], runs: ["gunicorn"] },
      { ...apart[1], runs: ["gunicorn"] },
    ]);
    expect(startersOf(files("gunicorn a:app\n", "/bin/other start")).map(said)).toEqual([
      apart[0],
      { ...apart[1], runs: ["gunicorn"] },
    ]);
  });
});

it("a program of supervisor's says it in its own section", () => {
  const text = `[supervisord]
nodaemon=true
[program:shop]
command=/srv/shop/venv/bin/gunicorn a:app
user=shop
directory=/srv/old
directory=/srv/shop
environment=A="x, y",B=2, C = 3
[fcgi-program:pot:x]
command=./start.sh
[eventlistener:x]
command=gunicorn a:app
[my-program:x]
command=gunicorn a:app
[program:empty]
`;
  const files = { "supervisor.conf": text, "start.sh": "uwsgi --ini a.ini\n" };
  expect(startersOf(files).map(said)).toEqual([
    {
      by: "supervisor",
      name: "shop",
      user: "shop",
      directory: "/srv/shop",
      environment: { A: "x, y", B: "2", C: "3" },
      runs: ["gunicorn"],
    },
    { by: "supervisor", name: "pot:x", runs: ["uwsgi nested"] },
    { by: "supervisor", name: "empty", runs: [] },
  ]);
});

it("an entry of a process is that of its unit, or of its program", () => {
  const text = {
    "a.service": unit("User=a"),
    "supervisor.conf": "[program:b]\nuser=b\nUser=c\n",
    "c.sh": "uwsgi -s :1\n",
  };
  const starters = startersOf(text);
  expect(starters.map((one) => processEntry(one, "User", "user")?.value.text)).toEqual(["a", "b", undefined]);
  expect(starters.map((one) => unitEntry(one, "User")?.value.text)).toEqual(["a", undefined, undefined]);
  expect(processEntry(undefined, "User", "user")).toBeUndefined();
});

it("a job of Upstart's says it in its stanzas", () => {
  const job = (...lines: string[]) =>
    saidOf("init/shop.conf", `description "shop"\nstart on runlevel [2345]\n${lines.join("\n")}\n`);
  expect(
    job(
      "setuid shop",
      "setgid www-data",
      "chdir /srv/a",
      "chdir /srv/shop",
      "env A=1",
      "env B",
      "export A=2",
      "exec uwsgi --ini a.ini",
    ),
  ).toEqual([
    {
      by: "upstart",
      name: "shop",
      user: "shop",
      group: "www-data",
      directory: "/srv/shop",
      environment: { A: "1" },
      runs: ["uwsgi"],
    },
  ]);
  expect(job("script", "  echo a", "  cd /srv/shop", "  exec gunicorn a:app", "end script")).toEqual([
    { by: "upstart", name: "shop", directory: "/srv/shop", runs: ["gunicorn"] },
  ]);
});

describe("a script", () => {
  it.each<[string, string, object[]]>([
    [
      "a/start.sh",
      "cd /srv/shop\ngunicorn a:app\n",
      [{ by: "script", name: "start", directory: "/srv/shop", runs: ["gunicorn"] }],
    ],
    ["Procfile", "web: gunicorn a:app\n", [{ by: "procfile", name: "Procfile", runs: ["gunicorn"] }]],
    ["start.sh", "echo gunicorn\n", []],
  ])("%s with %j starts %j", (path, text, found) => expect(saidOf(path, text)).toEqual(found));
});

describe("a container", () => {
  it.each<[string, object[]]>([
    [
      "FROM python\nUSER a\nUSER shop\nWORKDIR /app\nCMD gunicorn a:app\n",
      [{ user: "shop", directory: "/app", runs: ["gunicorn"] }],
    ],
    ['FROM python\nENTRYPOINT ["gunicorn", "-b", ":80", \'a:app\']\n', [{ runs: ["gunicorn"] }]],
    [
      "FROM python AS a\nUSER a\nCMD gunicorn a:app\nFROM a\nworkdir /b\ncmd uwsgi -s :1\n",
      [{ directory: "/b", runs: ["uwsgi"] }],
    ],
    ["FROM python\nCMD gunicorn \\\n  a:app\nRUN gunicorn b:app\n", [{ runs: ["gunicorn"] }]],
    ["FROM python\nCMD flask\n", []],
    ["FROM nginx\n", []],
  ])("of the Dockerfile %j starts %j", (text, found) =>
    expect(saidOf("Dockerfile", text)).toEqual(found.map((one) => ({ by: "container", name: "", ...one }))),
  );

  it("of a compose file starts what each service says", () => {
    const text = 'services:\n  a:\n    command: gunicorn a:app\n  b:\n    entrypoint: ["uwsgi", "-s", ":1"]\n';
    expect(saidOf("docker-compose.yml", text)).toEqual([{ by: "container", name: "", runs: ["gunicorn", "uwsgi"] }]);
  });

  it("is told what it starts word by word, where each is written", () => {
    const text = 'FROM python\nCMD ["gunicorn", "-b", "unix:/a,b.sock", "a:app"]\n';
    const [starter] = startersOf({ Dockerfile: text });
    const value = starter?.invocations[0]?.options[0]?.value;
    expect(value?.text).toBe("unix:/a,b.sock");
    expect(text.slice(value?.start, value?.end)).toContain("unix:/a,b.sock");
    expect(starter?.invocations[0]?.positional.map(({ text: word }) => word)).toEqual(["a:app"]);
  });

  it.each<[string, string, string[]]>([
    ["Dockerfile", "FROM python:3\n", ["python:3"]],
    ["Dockerfile", "FROM --platform=x python AS a\nfrom a\n", ["python"]],
    ["Dockerfile", "FROM python AS Base\nFROM base AS c\nFROM nginx AS n\nFROM C\n", ["python"]],
    ["Dockerfile", "FROM a AS b\nFROM b AS a\n", ["a"]],
    ["compose.yml", "services:\n  a:\n    image: nginx:1 # why\n  b:\n    image: 'x/y'\n", ["nginx:1", "x/y"]],
    ["compose.yml", "services:\n  a:\n    build: .\n", []],
  ])("of %s %j is made of %j", (path, text, images) =>
    expect(imagesOf(read({ [path]: text }).project)).toEqual(images),
  );

  it.each([
    ["nginx", true],
    ["nginx:1.29-alpine", true],
    ["docker.io/library/nginx@sha256:0", true],
    ["nginxinc/nginx-unprivileged:1", true],
    ["my-nginx", false],
    ["nginx-proxy", false],
    ["nginx/other", false],
  ])("of %s is nginx's own: %s", (image, own) => expect(isNginxImage(image)).toBe(own));
});
