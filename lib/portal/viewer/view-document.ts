import "server-only";

import type { EngineDocuments } from "@/lib/engine/client";
import type { DocumentPage, EngineDocument } from "@/lib/engine/contract";
import { CitadelError, notFound } from "@/lib/platform/errors";
import { documentPath } from "@/lib/portal/documents/document-path";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** A document as it is opened, at one of its pages. */
export interface ViewedDocument {
  document: EngineDocument;
  /** The page that was asked for, or the first when there is no such page; null when none can be opened. */
  page: DocumentPage | null;
}

/**
 * Opens the scope's document at a page, counted from 1. While a replacement is on its way, or has failed, the page is the
 * answering version's.
 *
 * @throws CitadelError `not_found` for a document that is foreign or absent, and for what can be no id
 */
export async function viewDocument(scope: TenantScope, id: string, page: number): Promise<ViewedDocument> {
  if (!documentPath.safeParse({ id }).success) throw notFound();
  const { documents } = await openVault(scope);
  const document = await documents.get(id);
  if (!document.answers) return { document, page: null };
  const asked = await existingPage(documents, id, page);
  return { document, page: asked ?? (page === 1 ? null : await existingPage(documents, id, 1)) };
}

async function existingPage(documents: EngineDocuments, id: string, page: number): Promise<DocumentPage | null> {
  try {
    return await documents.page(id, page);
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") return null;
    throw thrown;
  }
}
