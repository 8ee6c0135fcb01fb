import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { open, seal, sharedKey } from "../../../../generators/github/api/seal.ts";

function pair() {
  const { x = "", d = "" } = generateKeyPairSync("x25519").privateKey.export({ format: "jwk" });
  return { publicKey: Buffer.from(x, "base64url"), privateKey: Buffer.from(d, "base64url") };
}

const alice = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
const alicePublic = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
const bobPublic = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
const firstKey = "1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389";

describe("a sealed box", () => {
  it("is opened by the private key it was closed for, and by no other", () => {
    const own = pair();
    for (const secret of ["", "ü", "x".repeat(4000)]) {
      const box = seal(secret, own.publicKey.toString("base64"));
      expect(open(box, own)).toBe(secret);
      expect(() => open(box, pair())).toThrow();
    }
  });
  it("has the key that NaCl's own example has", () => {
    // Bernstein, "Cryptography in NaCl", sections 5 to 8: Alice's secret key, Bob's public key, their first-level key.
    const hex = (text: string) => Buffer.from(text, "hex");
    const d = hex(alice);
    const key = { kty: "OKP", crv: "X25519", x: hex(alicePublic).toString("base64url"), d: d.toString("base64url") };
    const shared = sharedKey(createPrivateKey({ format: "jwk", key }), hex(bobPublic));
    expect(Buffer.from(shared).toString("hex")).toBe(firstKey);
  });
  it("is another one each time", () => {
    const key = pair().publicKey.toString("base64");
    expect(seal("same", key)).not.toBe(seal("same", key));
  });
  it("is not made for a key of another length", () => expect(() => seal("a", "AAAA")).toThrow("32 bytes"));
});
