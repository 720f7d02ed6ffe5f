import type { EngineClient } from "@/lib/engine/client";
import { streamOf } from "@/lib/platform/http/stream-of";
import type { Source } from "@/lib/platform/archive/open-archive";
import { Readable } from "node:stream";

/** A project's export as the bytes of an archive. */
export async function exportProject(client: EngineClient): Promise<Source> {
  const bytes = new Uint8Array(await new Response(await client.exportProject()).arrayBuffer());
  return { bytes: bytes.length, read: ({ start, end }) => streamOf(Readable.from([bytes.subarray(start, end)])) };
}
