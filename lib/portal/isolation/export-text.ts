import type { EngineClient } from "@/lib/engine/client";
import { openArchive } from "@/lib/platform/archive/open-archive";

/** Everything that a project's export holds, as text to be searched; its entries' names as well. */
export async function exportText(client: EngineClient): Promise<string> {
  const bytes = new Uint8Array(await new Response(await client.exportProject()).arrayBuffer());
  const archive = await openArchive({ bytes: bytes.length, read: ({ start, end }) => new Blob([bytes.subarray(start, end)]).stream() });
  try {
    const texts = await Promise.all(archive.names.map((name) => archive.text(name)));
    return [...archive.names, ...texts].join("\n");
  } finally {
    await archive.close();
  }
}
