import { Download } from "lucide-react";

import { typeWord } from "@/components/documents/document-words";
import { formatBytes, formatCount, formatTime } from "@/components/ui/format";
import { Button } from "@/components/ui/button";
import { CitedPassage } from "@/components/viewer/cited-passage";
import { DocumentName } from "@/components/viewer/document-name";
import type { EngineDocument } from "@/lib/engine/contract";

interface DocumentDetailsProps {
  document: EngineDocument;
  /** The words of the passage that is marked, and its page where there are several; null when there is none. */
  cited: { quote: string; page: number | null } | null;
  /** Where the original is; undefined when it is not offered. */
  downloadUrl?: string;
  /** Who looks after it. */
  keeper: React.ReactNode;
}

/** What is known about a document, the passage it was opened at in words, and the way to the original. */
export function DocumentDetails({ document, cited, downloadUrl, keeper }: DocumentDetailsProps) {
  const { name, pageCount, version, bytes, indexedAt } = document;
  const facts: [string, React.ReactNode][] = [
    ["Name", <DocumentName key="name" name={name} />],
    ["Type", typeWord(document)],
    ...(pageCount > 0 ? [["Pages", formatCount(pageCount)] satisfies [string, string]] : []),
    ["Size", formatBytes(bytes)],
    ["Version", String(version)],
    ["Last indexed", indexedAt === null ? "Not yet" : <time key="time" dateTime={indexedAt}>{formatTime(indexedAt)}</time>],
  ];
  return (
    <div className="space-y-6">
      {cited !== null && <CitedPassage {...cited} />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
        {facts.map(([term, value]) => (
          <div key={term} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted-foreground">{term}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      {keeper}
      {downloadUrl !== undefined && (
        <Button asChild variant="outline" className="w-full">
          <a href={downloadUrl} download>
            <Download aria-hidden />
            Download original
          </a>
        </Button>
      )}
    </div>
  );
}
