import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";

import { pageOf, type ViewerQuery } from "@/components/viewer/passage/passage-link";
import type { ViewerTarget } from "@/components/viewer/viewer-href";
import { CitadelError } from "@/lib/platform/errors";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";
import { viewDocument, type ViewedDocument } from "@/lib/portal/viewer/view-document";

/** What Next hands to the viewer's page. */
export interface DocumentPageProps {
  params: Promise<Awaited<TenantParams> & { id: string }>;
  searchParams: Promise<ViewerQuery>;
}

/** A document as it is opened. */
export interface OpenedDocument extends ViewedDocument {
  /** The number of the page that was asked for. */
  asked: number;
  target: Pick<ViewerTarget, "org" | "project" | "documentId">;
}

/** The document of the page's address, at the page it names; whatever the session may not open, and whatever is absent, is Next's 404. */
export async function openedDocument({ params, searchParams }: DocumentPageProps): Promise<OpenedDocument> {
  const [{ org, project, id }, query] = await Promise.all([params, searchParams]);
  return opened(org, project, id, pageOf(query), queryText(query));
}

/** Once for a request: the title and the page ask for the same. */
const opened = cache(async (org: string, project: string, id: string, asked: number, query: string): Promise<OpenedDocument> => {
  const scope = await pageTenant(Promise.resolve({ org, project }), "documents.read", `/documents/${encodeURIComponent(id)}${query}`);
  try {
    return { ...(await viewDocument(scope, id, asked)), asked, target: { org, project, documentId: id } };
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") notFound();
    throw thrown;
  }
});

function queryText(query: ViewerQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
