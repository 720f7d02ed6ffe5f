import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { drawPicture, scannedPdf } from "@/lib/engine/ingest/read/ocr/draw-picture";

/** An engine that recognises nothing: every scan reaches it as an empty page, on which there is no text. */
export function withoutRecognition(client: EngineClient): EngineClient {
  const upload: EngineClient["documents"]["upload"] = async (file) => {
    if (!/\.(?:png|pdf)$/.test(file.name)) return client.documents.upload(file);
    const empty = await drawPicture([], 50);
    const bytes = file.name.endsWith(".png") ? empty : await scannedPdf([empty]);
    return client.documents.upload({ name: file.name, body: new Blob([new Uint8Array(bytes)]).stream() });
  };
  return { ...client, documents: { ...client.documents, upload } };
}
