import type { Metadata } from "next";

import { Keeper } from "@/app/t/[org]/[project]/documents/[id]/keeper";
import { openedDocument, type DocumentPageProps } from "@/app/t/[org]/[project]/documents/[id]/opened-document";
import { BeingRead } from "@/components/viewer/being-read";
import { DocumentDetails } from "@/components/viewer/document-details";
import { NotReadable } from "@/components/viewer/not-readable";
import { OpenedPage } from "@/components/viewer/opened-page";
import { passageLinkOf } from "@/components/viewer/passage/passage-link";
import { ViewerFrame } from "@/components/viewer/viewer-frame";

/** The tab's title. */
export async function generateMetadata(props: DocumentPageProps): Promise<Metadata> {
  const { document } = await openedDocument(props);
  return { title: document.name };
}

/**
 * A document at one of its pages, with the passage of an answer marked. There is no `loading.tsx` here: with one, the answer
 * begins before it is known whether there is a document, and what is absent or foreign would not be a 404.
 */
export default async function DocumentPage(props: DocumentPageProps) {
  const { document, page, asked, target } = await openedDocument(props);
  const documentsHref = `/t/${encodeURIComponent(target.org)}/${encodeURIComponent(target.project)}/documents`;
  const contentUrl = `/t/${encodeURIComponent(target.org)}/${encodeURIComponent(target.project)}/api/documents/${encodeURIComponent(document.id)}/content`;
  const keeper = <Keeper params={props.params} document={document} />;
  const frame = { name: document.name, documentsHref };
  if (page === null) {
    return (
      <ViewerFrame {...frame} details={<DocumentDetails document={document} cited={null} keeper={keeper} />}>
        {document.status === "failed" || document.status === "ready" ? (
          <NotReadable sentence={document.error?.message ?? "There is no text in it. Upload it again with text that can be selected."} documentsHref={documentsHref} />
        ) : (
          <BeingRead document={document} />
        )}
      </ViewerFrame>
    );
  }
  return <OpenedPage frame={frame} document={document} page={page} asked={asked} link={passageLinkOf(await props.searchParams)} target={target} contentUrl={contentUrl} keeper={keeper} />;
}
