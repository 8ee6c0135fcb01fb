import { describe, expect, it } from "vitest";
import { readRequirement } from "../../../../../action/engine/deploy/packages/requirement.ts";

const commit = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";
const local = (path: string) => ({ origin: { kind: "local", path }, kind: "hashed" });
const repository = (url: string, isPinned: boolean) => ({ origin: { kind: "repository", url, isPinned } });

describe("a requirement", () => {
  it.each([
    ["flask", { name: "flask", kind: "loose" }],
    ["Flask_Login>=3,<4", { name: "flask-login", kind: "loose" }],
    ["flask==3.*", { kind: "loose" }],
    ["flask==3,<4", { kind: "loose" }],
    ["flask!=3==3", { kind: "loose" }],
    ["flask ( == 3.1 )", { name: "flask", kind: "pinned" }],
    ["  flask==3.1.3  ", { line: "flask==3.1.3", name: "flask", kind: "pinned" }],
    ["flask==3 ;  os_name == 'a/b'", { name: "flask", marker: "os_name == 'a/b'", kind: "pinned" }],
    ["flask[a/b]", { extras: "[a/b]" }],
    ["my-git", { name: "my-git" }],
    ["a==1   --hash=sha256:aa   --hash=sha256:bb", { kind: "hashed", options: "--hash=sha256:aa   --hash=sha256:bb" }],
    ["a==1 --global-option=x", { kind: "pinned", options: "--global-option=x" }],
    ["flask ; python_version == '3.11'", { name: "flask", kind: "loose", marker: "python_version == '3.11'" }],
    ["flask==3.1.3", { name: "flask", kind: "pinned", extras: "", marker: "" }],
    [
      "flask [async, dotenv] == 3.1.3;python_version<'3.12'",
      { name: "flask", kind: "pinned", extras: "[async, dotenv]", marker: "python_version<'3.12'" },
    ],
    ["zope.interface===6.0", { name: "zope-interface", kind: "pinned" }],
    [
      "a==1 --hash=sha256:aa --hash=sha256:bb",
      { name: "a", kind: "hashed", options: "--hash=sha256:aa --hash=sha256:bb" },
    ],
    ["a==1 ; os_name == 'posix' --hash=sha256:aa", { name: "a", kind: "hashed", marker: "os_name == 'posix'" }],
  ])("of an index: %s", (line, expected) =>
    expect(readRequirement(line)).toMatchObject({ origin: { kind: "index" }, ...expected }),
  );

  it.each([
    [".", { ...local("."), name: undefined, extras: "" }],
    ["-e .", local(".")],
    ["--editable=.", local(".")],
    ["-e .[prod]", { ...local("."), extras: "[prod]" }],
    ["./libs/foo ; python_version < '3.12'", { ...local("./libs/foo"), marker: "python_version < '3.12'" }],
    ["libs/foo", local("libs/foo")],
    ["../shared", local("../shared")],
    ["wheels/x-1.0-py3-none-any.whl", local("wheels/x-1.0-py3-none-any.whl")],
    ["x-1.0.tar.gz --hash=sha256:aa", { ...local("x-1.0.tar.gz"), options: "--hash=sha256:aa" }],
    ["file:libs/foo", local("libs/foo")],
    ["FILE:///srv/app", local("/srv/app")],
    ["./file:x", local("./file:x")],
    ["./libs/foo ;  os_name == 'nt'", { ...local("./libs/foo"), marker: "os_name == 'nt'" }],
    ["C:\\app", local("C:\\app")],
    ["./git+x/https:y", local("./git+x/https:y")],
    [".[a][b]", { ...local(".[a]"), extras: "[b]" }],
    ["file:///srv/my%20app", local("/srv/my app")],
    ["file://localhost/srv/app", local("/srv/app")],
    ["foo @ file:./libs/foo", { ...local("./libs/foo"), name: "foo" }],
    ["foo[a] @ ./libs/foo", { ...local("./libs/foo"), name: "foo", extras: "[a]" }],
    ["file:///srv/repo#egg=Foo&subdirectory=py", { ...local("/srv/repo/py"), name: "foo" }],
  ])("of this machine: %s", (line, expected) => expect(readRequirement(line)).toMatchObject(expected));

  it.each([
    [
      `foo @ git+https://example.org/foo@${commit}`,
      { name: "foo", kind: "hashed", ...repository(`git+https://example.org/foo@${commit}`, true) },
    ],
    [
      "foo[x] @ git+ssh://git@example.org/foo.git@main ; os_name == 'nt'",
      {
        name: "foo",
        extras: "[x]",
        kind: "loose",
        marker: "os_name == 'nt'",
        ...repository("git+ssh://git@example.org/foo.git@main", false),
      },
    ],
    [
      `-e git+https://example.org/foo@${commit}#egg=Foo_Bar`,
      { name: "foo-bar", kind: "hashed", ...repository(`git+https://example.org/foo@${commit}#egg=Foo_Bar`, true) },
    ],
    [
      "git+https://example.org/foo",
      { name: undefined, kind: "loose", ...repository("git+https://example.org/foo", false) },
    ],
    ["foo @ git+https://example.org/foo@v1.2", { kind: "loose" }],
    [`foo @ git+https://example.org/foo@${commit}0`, { kind: "loose" }],
    [`foo @ git+https://example.org/foo@x${commit}`, { kind: "loose" }],
    ["hg+https://example.org/foo#egg=-", repository("hg+https://example.org/foo#egg=-", false)],
    ["git+https://example.org/foo@v1#subdirectory=a#b", { kind: "loose" }],
  ])("of a repository: %s", (line, expected) => expect(readRequirement(line)).toMatchObject(expected));

  it.each([
    ["https://example.org/foo-1.0.tar.gz", { name: undefined, kind: "pinned" }],
    ["foo @ https://example.org/foo.whl#sha256=aa", { name: "foo", kind: "hashed" }],
    ["http://example.org/foo-1.0.tar.gz", { kind: "pinned" }],
    ["HTTPS://example.org/foo", { kind: "pinned" }],
    ["https://example.org/foo#egg=foo&sha512=aa", { name: "foo", kind: "hashed" }],
    ["https://example.org/foo#xsha256=aa", { kind: "pinned" }],
    ["https://example.org/foo#sha2567=aa", { kind: "pinned" }],
    ["https://example.org/foo#md5=aa", { kind: "pinned" }],
    ["foo @ https://example.org/foo.whl --hash=sha256:aa", { name: "foo", kind: "hashed" }],
  ])("of an address: %s", (line, expected) =>
    expect(readRequirement(line)).toMatchObject({ origin: { kind: "url" }, ...expected }),
  );
});
