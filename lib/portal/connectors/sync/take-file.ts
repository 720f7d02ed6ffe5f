import "server-only";

import { createHash } from "node:crypto";

import type { EngineClient, UploadFile } from "@/lib/engine/client";
import type { EngineDocument } from "@/lib/engine/contract";
import { CitadelError } from "@/lib/platform/errors";
import type { SourceEvent } from "@/lib/portal/connectors/connector";
import { markedName } from "@/lib/portal/connectors/document-name";
import type { KnownDocument } from "@/lib/portal/connectors/sync/known-documents";
import { eachDocument } from "@/lib/portal/documents/each-document";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import type { TenantScope } from "@/lib/portal/scope";

/** A file of a source. */
export type SourceFile = Extract<SourceEvent, { kind: "file" }>;

/** What became of a file. */
export interface Taken {
  outcome: "added" | "changed" | "unchanged";
  documentId: string;
  name: string;
  digest: string;
}

/** Hands a file to the scope's engine when its bytes are not those that are there. Throws CitadelError when the engine refuses it, or a limit is reached. */
export async function takeFile(scope: TenantScope, client: EngineClient, file: SourceFile, known: KnownDocument | undefined): Promise<Taken> {
  const digest = createHash("sha256").update(file.bytes).digest("hex");
  if (known?.digest === digest) return { outcome: "unchanged", documentId: known.documentId, name: known.name, digest };
  const added = { documents: known === undefined ? 1 : 0, bytes: file.bytes.length };
  return withinQuota(scope, added, async () => {
    const replaced = known === undefined ? null : await replace(client, known, file);
    if (replaced !== null) return { outcome: "changed", documentId: replaced.id, name: replaced.name, digest };
    const name = await freeName(client, file);
    const { document } = await client.documents.upload(upload(name, file.bytes));
    return { outcome: "added", documentId: document.id, name: document.name, digest };
  });
}

/** A new version of the document; null when somebody has deleted it. */
async function replace(client: EngineClient, { documentId, name }: KnownDocument, { bytes }: SourceFile): Promise<EngineDocument | null> {
  try {
    return await client.documents.replace(documentId, upload(name, bytes));
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") return null;
    throw thrown;
  }
}

/** The file's name, or one with a mark when a document of another origin has it: nobody's upload becomes a version of a page. */
async function freeName(client: EngineClient, { name, address }: SourceFile): Promise<string> {
  const folded = (text: string) => text.normalize("NFC").toLowerCase();
  for await (const document of eachDocument(client, { name })) {
    if (folded(document.name) === folded(name)) return markedName(name, address);
  }
  return name;
}

function upload(name: string, bytes: Buffer): UploadFile {
  return { name, body: new Blob([Uint8Array.from(bytes)]).stream() };
}
