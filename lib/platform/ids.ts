import { randomBytes } from "node:crypto";

/** What an id's prefix says it names. */
export type IdPrefix = "prj" | "key" | "doc" | "ver" | "chk" | "ses" | "msg" | "del" | "org" | "per" | "mem" | "inv" | "sgn" | "gld" | "run" | "req" | "evt" | "tpr" | "job" | "gap" | "hld" | "trf" | "src" | "prm" | "con";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new prefixed id: a 9-character time part (milliseconds, Crockford base 32, so that ids sort by creation) and
 * 80 random bits. It names, it never authorises.
 */
export function newId(prefix: IdPrefix): string {
  let time = Date.now();
  let head = "";
  for (let i = 0; i < 9; i++) {
    head = ALPHABET.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  const tail = [...randomBytes(16)].map((byte) => ALPHABET.charAt(byte % 32)).join("");
  return `${prefix}_${head}${tail}`;
}
