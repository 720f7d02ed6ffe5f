import Link from "next/link";
import { Fragment } from "react";

import { CareLine } from "@/components/documents/care-line";
import type { CaredDocument } from "@/components/documents/cared-document";
import { type DocumentActions, DocumentMenu } from "@/components/documents/document-menu";
import { DocumentNotice } from "@/components/documents/document-notice";
import { DocumentStatus } from "@/components/documents/document-status";
import { DocumentTime } from "@/components/documents/document-time";
import { factsLine, nameParts, typeWord } from "@/components/documents/document-words";
import { addressOf, documentsAddress } from "@/components/documents/documents-api";
import type { ProjectAddress } from "@/components/documents/documents-table";
import { formatBytes, formatCount } from "@/components/ui/format";
import { TableCell, TableRow } from "@/components/ui/table";
import { viewerHref } from "@/components/viewer/viewer-href";

interface DocumentRowProps {
  document: CaredDocument;
  address: ProjectAddress;
  actions: DocumentActions | null;
}

/** One document. */
export function DocumentRow({ document, address, actions }: DocumentRowProps) {
  const { id, name, bytes, pageCount, version, indexedAt, createdAt } = document;
  return (
    <TableRow>
      <TableCell className="w-full min-w-48 space-y-1.5 align-top whitespace-normal">
        <DocumentName name={name} href={viewerHref({ ...address, documentId: id })} />
        <p className="text-sm text-muted-foreground lg:hidden">{factsLine(document)}</p>
        <div className="sm:hidden">
          <DocumentStatus document={document} />
        </div>
        <CareLine document={document} />
        <DocumentNotice document={document} actions={actions} />
      </TableCell>
      <TableCell className="px-3 align-top max-sm:hidden">
        <DocumentStatus document={document} />
      </TableCell>
      <TableCell className="px-3 align-top max-lg:hidden">{typeWord(document)}</TableCell>
      <TableCell className="px-3 text-right align-top tabular-nums max-lg:hidden">{formatBytes(bytes)}</TableCell>
      <TableCell className="px-3 text-right align-top tabular-nums max-lg:hidden">{pageCount === 0 ? "–" : formatCount(pageCount)}</TableCell>
      <TableCell className="px-3 text-right align-top tabular-nums max-lg:hidden">{version}</TableCell>
      <TableCell className="px-3 align-top max-md:hidden">
        <DocumentTime time={indexedAt} />
      </TableCell>
      <TableCell className="px-3 align-top max-xl:hidden">
        <DocumentTime time={createdAt} />
      </TableCell>
      <TableCell className="py-1.5 pr-2 pl-0 text-right align-top">
        <DocumentMenu document={document} originalHref={`${addressOf(documentsAddress(address), id)}/content`} actions={actions} />
      </TableCell>
    </TableRow>
  );
}

function DocumentName({ name, href }: { name: string; href: string }) {
  const { folders, file } = nameParts(name);
  return (
    <p className="wrap-anywhere" title={name}>
      <Link href={href} prefetch={false} className="line-clamp-3 font-medium underline-offset-4 hover:underline">
        <Breakable name={file} />
      </Link>
      {folders !== "" && <span className="line-clamp-2 text-sm text-muted-foreground">{folders}</span>}
    </p>
  );
}

/** A name that breaks behind its dots, hyphens and underscores, before it breaks within a word. */
function Breakable({ name }: { name: string }) {
  return name.split(/(?<=[._-])(?=[^._-])/).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
