import { describe, expect, it } from "vitest";
import { readKnownHosts } from "../../../action/inputs/known-hosts.ts";

const body = "AAAAC3NzaC1lZDI1NTE5AAAAIIMwlSm8MR0IMyeZ27zmQQe2bNbhFVs2Z0ylRTnUrmDP";

describe("pinned host keys", () => {
  it("are taken as lines of a known_hosts file", () => {
    const text = `# web\r\nweb.example,192.0.2.1 ssh-ed25519 ${body}\r\n\r\n|1|abc=|def= ssh-ed25519 ${body} note\r\n`;
    expect(readKnownHosts(text, "web.example", 22)).toEqual({
      knownHosts: `web.example,192.0.2.1 ssh-ed25519 ${body}\n|1|abc=|def= ssh-ed25519 ${body} note\n`,
    });
  });

  it("are taken as the server's own public key file, and pinned for the host", () => {
    const text = `ssh-ed25519 ${body} root@web\n`;
    expect(readKnownHosts(text, "web.example", 22)).toEqual({ knownHosts: `web.example ssh-ed25519 ${body}\n` });
    expect(readKnownHosts(text, "web.example", 2222)).toEqual({
      knownHosts: `[web.example]:2222 ssh-ed25519 ${body}\n`,
    });
  });

  it("may be an authority's", () => {
    const line = `@cert-authority *.example ssh-ed25519 ${body}`;
    expect(readKnownHosts(line, "web.example", 22)).toEqual({ knownHosts: `${line}\n` });
  });

  it.each([
    ["nothing", " \n", /is empty.*ssh_host_ed25519_key\.pub.*KNOWN_HOSTS/s],
    ["a fingerprint", "256 SHA256:Zm9v web (ED25519)", /fingerprint in line 1/],
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nx", /private key/],
    ["something else", `web ssh-ed25519 ${body}\nhello`, /no host key in line 2/],
  ])("are refused, with what to do, when the text is %s", (_, text, says) => {
    expect(readKnownHosts(text, "web", 22)).toEqual({ problem: expect.stringMatching(says) });
  });
});
