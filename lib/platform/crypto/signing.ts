import "server-only";

import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

import { canonicalJson, type JsonValue } from "@/lib/platform/canonical-json";
import { subkey } from "@/lib/platform/crypto/subkey";
import { env, required } from "@/lib/platform/env";

/** PKCS #8 of an Ed25519 private key is this and the 32-byte seed (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
/** SubjectPublicKeyInfo of an Ed25519 public key is this and the 32 bytes (RFC 8410, section 4). */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

/** A signature over the canonical JSON (RFC 8785) of what it stands beside. */
export interface Signature {
  algorithm: "Ed25519";
  /** The signer's public key: 32 bytes, base64url. Pin it out of band; here it only says which one to check with. */
  publicKey: string;
  /** 64 bytes, base64url. */
  value: string;
}

/** Something signed, as it is handed out. */
export interface Signed<Payload extends JsonValue> {
  payload: Payload;
  signature: Signature;
}

/** This server's public signing key: 32 bytes, base64url. */
export function signingPublicKey(): string {
  return publicKeyOf(privateKey());
}

function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(SPKI_HEAD.length).toString("base64url");
}

/** Signs a JSON value with this server's key (SIGNING_KEY, or else one derived from the master key), or with a given one: 32 bytes in base64, as SIGNING_KEY. */
export function signJson<Payload extends JsonValue>(payload: Payload, signingKey?: string): Signed<Payload> {
  const key = privateKey(signingKey);
  const value = sign(null, Buffer.from(canonicalJson(payload), "utf8"), key).toString("base64url");
  return { payload, signature: { algorithm: "Ed25519", publicKey: publicKeyOf(key), value } };
}

/** Whether a signature is the given public key's over the payload. `publicKey` is the pinned one, 32 bytes in base64url. */
export function isSignedBy(publicKey: string, { payload, signature }: Signed<JsonValue>): boolean {
  const raw = Buffer.from(publicKey, "base64url");
  if (raw.length !== 32 || signature.publicKey !== publicKey) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: "der", type: "spki" });
  return verify(null, Buffer.from(canonicalJson(payload), "utf8"), key, Buffer.from(signature.value, "base64url"));
}

function privateKey(signingKey = env().SIGNING_KEY): KeyObject {
  const seed = signingKey === undefined ? subkey(required("MASTER_KEY"), "signing") : Buffer.from(signingKey, "base64").subarray(0, 32);
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}
