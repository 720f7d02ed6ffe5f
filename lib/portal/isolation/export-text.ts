import type { EngineClient } from "@/lib/engine/client";
import { openArchive } from "@/lib/platform/archive/open-archive";
import { digestOf } from "@/lib/portal/isolation/digest-of";

/** Everything that a project's export holds, as text to be searched: its entries' names, and of each entry the text and the sha256. */
export async function exportText(client: EngineClient): Promise<string> {
  const bytes = new Uint8Array(await new Response(await client.exportProject()).arrayBuffer());
  const archive = await openArchive({ bytes: bytes.length, read: ({ start, end }) => new Blob([bytes.subarray(start, end)]).stream() });
  try {
    const texts = await Promise.all(archive.names.map(async (name) => textAndDigest(archive.read(name) ?? null)));
    return [...archive.names, ...texts].join("\n");
  } finally {
    await archive.close();
  }
}

/** A file as text to be searched, with its sha256 for what is no text. */
export async function textAndDigest(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const bytes = Buffer.from(await new Response(body).arrayBuffer());
  return `${digestOf(bytes)}\n${bytes.toString("utf8")}`;
}
