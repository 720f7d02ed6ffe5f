import { DocumentDetails } from "@/components/viewer/document-details";
import { noticesOf } from "@/components/viewer/notices-of";
import { locatePassage } from "@/components/viewer/passage/locate-passage";
import { passageBoxes } from "@/components/viewer/passage/passage-boxes";
import type { PassageLink } from "@/components/viewer/passage/passage-link";
import type { Span } from "@/components/viewer/passage/span";
import type { PdfPassage } from "@/components/viewer/pdf/pdf-passage";
import { PdfView } from "@/components/viewer/pdf/pdf-view";
import { PageLinks } from "@/components/viewer/text/page-links";
import { TextView } from "@/components/viewer/text/text-view";
import { ViewerFrame } from "@/components/viewer/viewer-frame";
import type { ViewerTarget } from "@/components/viewer/viewer-href";
import { ViewerNotice } from "@/components/viewer/viewer-notice";
import type { DocumentPage, EngineDocument } from "@/lib/engine/contract";

interface OpenedPageProps {
  frame: { name: string; documentsHref: string };
  document: EngineDocument;
  page: DocumentPage;
  /** The number of the page that was asked for. */
  asked: number;
  /** The passage that was asked for. */
  link: PassageLink | undefined;
  target: Pick<ViewerTarget, "org" | "project" | "documentId">;
  contentUrl: string;
  /** Who looks after the document. */
  keeper: React.ReactNode;
}

/** A document that can be opened: the original where it is a PDF, else its text; with the passage marked where it still is. */
export function OpenedPage({ frame, document, page, asked, link, target, contentUrl, keeper }: OpenedPageProps) {
  const pageFound = page.page === asked;
  const passage = link !== undefined && pageFound ? locatePassage(page.text, link) : undefined;
  const notices = noticesOf({ document, pageFound, passage: link === undefined ? "none" : passage === undefined ? "changed" : "found" });
  const pages = Math.max(document.pageCount, page.page);
  const cited = passage === undefined ? null : { quote: page.text.slice(passage.start, passage.end), page: pages > 1 ? page.page : null };
  const isPdf = document.contentType === "application/pdf";
  return (
    <ViewerFrame
      {...frame}
      details={<DocumentDetails document={document} cited={cited} downloadUrl={contentUrl} keeper={keeper} />}
      tools={!isPdf && pages > 1 && <PageLinks target={target} page={page.page} pages={pages} />}
      notice={notices.map((sentence) => (
        <ViewerNotice key={sentence}>{sentence}</ViewerNotice>
      ))}
    >
      {isPdf ? <PdfView url={contentUrl} page={page.page} passage={pdfPassage(page, passage)} /> : <TextView page={page} passage={passage} />}
    </ViewerFrame>
  );
}

function pdfPassage(page: DocumentPage, passage: Span | undefined): PdfPassage | undefined {
  if (passage === undefined || page.width === null || page.height === null) return undefined;
  return { page: page.page, boxes: passageBoxes(page, passage), size: { width: page.width, height: page.height } };
}
