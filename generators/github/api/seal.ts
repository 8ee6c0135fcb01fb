import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from "node:crypto";
import { hsalsa, xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { blake2b } from "@noble/hashes/blake2.js";

/**
 * Encrypts a secret so that only GitHub can read it: libsodium's sealed box, which GitHub's API requires.
 *
 * @param publicKey the 32 bytes of the repository's or environment's X25519 key, in base64
 * @returns the box in base64
 * @see https://doc.libsodium.org/public-key_cryptography/sealed_boxes
 */
export function seal(secret: string, publicKey: string): string {
  const theirs = Buffer.from(publicKey, "base64");
  if (theirs.length !== 32) throw new Error("GitHub gave a key that is not 32 bytes long");
  const own = generateKeyPairSync("x25519");
  const mine = Buffer.from(own.publicKey.export({ format: "jwk" }).x as string, "base64url");
  const box = xsalsa20poly1305(sharedKey(own.privateKey, theirs), nonce(mine, theirs)).encrypt(Buffer.from(secret));
  return Buffer.concat([mine, box]).toString("base64");
}

/**
 * Decrypts what {@link seal} encrypted.
 *
 * @param pair the raw public and private X25519 key, 32 bytes each
 */
export function open(
  sealed: string,
  pair: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array },
): string {
  const bytes = Buffer.from(sealed, "base64");
  const sender = bytes.subarray(0, 32);
  const [x, d] = [pair.publicKey, pair.privateKey].map((half) => Buffer.from(half).toString("base64url"));
  const own = createPrivateKey({ format: "jwk", key: { kty: "OKP", crv: "X25519", x, d } as never });
  const key = sharedKey(own, sender);
  return Buffer.from(xsalsa20poly1305(key, nonce(sender, pair.publicKey)).decrypt(bytes.subarray(32))).toString();
}

/** NaCl's `box` derives its key from the X25519 shared secret by HSalsa20. */
export function sharedKey(privateKey: KeyObject, publicBytes: Uint8Array): Uint8Array {
  const x = Buffer.from(publicBytes).toString("base64url");
  const publicKey = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "X25519", x } });
  const key = new Uint32Array(8);
  const sigma = words(Buffer.from("expand 32-byte k"));
  hsalsa(sigma, words(diffieHellman({ privateKey, publicKey })), new Uint32Array(4), key);
  const bytes = Buffer.alloc(32);
  key.forEach((word, index) => void bytes.writeUInt32LE(word, 4 * index));
  return new Uint8Array(bytes);
}

const words = (bytes: Buffer) =>
  Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(4 * index));

const nonce = (sender: Uint8Array, receiver: Uint8Array) => blake2b(Buffer.concat([sender, receiver]), { dkLen: 24 });
