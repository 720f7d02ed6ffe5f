/**
 * `npm run verify-export -- export.zip [--public-key KEY]`: checks an export offline. Every entry must be what the signed manifest says, and nothing else may be in the
 * archive; with the public key you were given, the signature must be that key's. Names the first entry that is wrong and exits with 1.
 */
import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";

import { openArchive, type OpenArchive } from "@/lib/platform/archive/open-archive";
import { MANIFEST } from "@/lib/platform/archive/write-archive";
import { isSignedBy } from "@/lib/platform/crypto/signing";
import type { ByteRange } from "@/lib/platform/http/range";
import { signedManifest } from "@/lib/portal/transfer/manifest";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { "public-key": { type: "string" } } });
const [file] = positionals;
if (file === undefined) {
  process.stderr.write("Name the archive: npm run verify-export -- export.zip --public-key KEY\n");
  process.exit(2);
}
process.exitCode = await verify(file, values["public-key"]);

async function verify(path: string, publicKey: string | undefined): Promise<number> {
  try {
    const archive = await openArchive({ bytes: statSync(path).size, read: (range) => bytesOf(path, range) });
    const signed = signedManifest.safeParse(JSON.parse(await archive.text(MANIFEST)));
    if (!signed.success) return refuse("manifest.json is not that of an export.");
    if (!isSignedBy(publicKey ?? signed.data.signature.publicKey, signed.data)) return refuse("manifest.json was changed, or is not signed by that key.");
    const wrong = await firstWrong(archive, signed.data.payload.entries);
    if (wrong !== undefined) return refuse(wrong);
    const { customer, exportedAt, entries } = signed.data.payload;
    const by = publicKey === undefined ? `by ${signed.data.signature.publicKey}; compare that with the key you were given` : "by that key";
    process.stdout.write(`VALID: ${Object.keys(entries).length} entries of ${customer.name}, exported ${exportedAt}, unchanged and signed ${by}.\n`);
    return 0;
  } catch (thrown) {
    return refuse(`the archive cannot be read (${thrown instanceof Error ? thrown.message : "unknown"}).`);
  }
}

async function firstWrong(archive: OpenArchive, entries: Readonly<Record<string, { bytes: number; sha256: string }>>): Promise<string | undefined> {
  const stray = archive.names.find((name) => name !== MANIFEST && entries[name] === undefined);
  if (stray !== undefined) return `${stray} is not in the manifest.`;
  for (const [name, { bytes, sha256 }] of Object.entries(entries)) {
    const body = archive.read(name);
    if (body === undefined) return `${name} is missing.`;
    const found = await digestOf(body).catch(() => undefined);
    if (found === undefined) return `${name} cannot be read.`;
    if (found.bytes !== bytes || found.sha256 !== sha256) return `${name} was changed.`;
  }
  return undefined;
}

async function digestOf(body: ReadableStream<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of body) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

function bytesOf(path: string, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start, end: end - 1 })) as ReadableStream<Uint8Array>;
}

function refuse(why: string): number {
  process.stdout.write(`REFUSED: ${why}\n`);
  return 1;
}
