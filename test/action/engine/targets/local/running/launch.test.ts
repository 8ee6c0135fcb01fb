import { describe, expect, it } from "vitest";
import { supervisorLaunch, unitLaunch, words } from "../../../../../../action/engine/targets/local/running/launch.ts";

describe("what a process manager would start", () => {
  it("is read from the unit, with its specifiers and its environment", () => {
    const unit = `[Service]
Environment=RELEASE=%i "GREETING=hello world" EMPTY=
Environment=RATE=100%%
ExecStart=-/srv/shop/releases/%i/.venv/bin/uwsgi \\
  # a comment between
  --ini deploy/uwsgi.ini --set 'a b'
`;
    expect(unitLaunch(unit, "shop")).toEqual({
      argv: ["/srv/shop/releases/preview/.venv/bin/uwsgi", "--ini", "deploy/uwsgi.ini", "--set", "a b"],
      env: { RELEASE: "preview", GREETING: "hello world", EMPTY: "", RATE: "100%" },
    });
    expect(unitLaunch("[Unit]\nDescription=x\n", "shop")).toBeUndefined();
  });

  it("is read from supervisor's program", () => {
    const conf = `[program:shop-@RELEASE@]
command = /srv/shop/releases/@RELEASE@/.venv/bin/uwsgi --ini deploy/uwsgi.ini
environment = RELEASE="@RELEASE@",GREETING='hello, world',PLAIN=x
`;
    expect(supervisorLaunch(conf)).toEqual({
      argv: ["/srv/shop/releases/preview/.venv/bin/uwsgi", "--ini", "deploy/uwsgi.ini"],
      env: { RELEASE: "preview", GREETING: "hello, world", PLAIN: "x" },
    });
    expect(supervisorLaunch("[supervisord]\n")).toBeUndefined();
  });

  it("splits words at blanks that are in no quotes", () => {
    expect(words(`a  "b c"'d' e\\ f "g\\"h" ''`)).toEqual(["a", "b cd", "e f", 'g"h', ""]);
  });
});
