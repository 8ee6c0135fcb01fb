import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { python } from "../../python.ts";

it.each(["20261231", "20491231", "20500101"])("reads the end of a certificate that ends on %s", (day) => {
  const folder = mkdtempSync(join(tmpdir(), "fd-cert-"));
  try {
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", join(folder, "key")];
    const request = ["req", ...key, "-subj", "/CN=x", "-out", join(folder, "csr")];
    execFileSync("openssl", request, { stdio: "ignore" });
    const days = Math.round(
      (Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) - Date.now()) / 86_400_000,
    );
    const sign = ["x509", "-req", "-in", join(folder, "csr"), "-signkey", join(folder, "key"), "-days", String(days)];
    execFileSync("openssl", [...sign, "-out", join(folder, "crt")], { stdio: "ignore" });
    const said = execFileSync("openssl", ["x509", "-noout", "-enddate", "-in", join(folder, "crt")], {
      encoding: "utf8",
    });
    const end = new Date(said.replace("notAfter=", "")).toISOString().replace(".000Z", "Z");
    const pem = readFileSync(join(folder, "crt"), "utf8").trim().split("\n");
    const code =
      "from status import certificate\nanswer = [certificate(['/x'], given), certificate(['/x'], []), certificate([], [])]";
    expect(python(code, pem)).toEqual([
      { file: "/x", expires: end, days: expect.any(Number) },
      { file: "/x", expires: "", days: null },
      null,
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
