import type { Attachment } from "postal-mime";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { detectType, HEAD_BYTES } from "@/lib/engine/ingest/read/detect-type";
import type { Format } from "@/lib/engine/ingest/read/formats";

/** Gives the pages of a file in a message. */
export type ReadNested = (content: Buffer, format: Format) => AsyncIterable<ParsedPage> | Iterable<ParsedPage>;

const MOST_ATTACHMENTS = 200;

/** Endings for attachments that come without a name. */
const NAMES: Readonly<Partial<Record<string, string>>> = { "message/rfc822": "message.eml", "text/html": "page.html", "text/csv": "table.csv", "application/json": "data.json" };

/**
 * The pages of everything attached, one attachment after the other, each beginning with its name as a heading. Attachments
 * that cannot be read, and pictures that belong into the message's text (logos, signatures), are passed over.
 */
export async function* attachmentPages(attachments: readonly Attachment[], read: ReadNested): AsyncGenerator<ParsedPage> {
  for (const attachment of attachments.slice(0, MOST_ATTACHMENTS)) {
    if (attachment.related === true || typeof attachment.content === "string") continue;
    const name = foldSpaces(attachment.filename ?? NAMES[attachment.mimeType] ?? "attachment");
    const content = Buffer.from(attachment.content instanceof Uint8Array ? attachment.content : new Uint8Array(attachment.content));
    let first = true;
    try {
      const { format } = detectType(content.subarray(0, HEAD_BYTES), name);
      for await (const page of read(content, format)) {
        yield first ? underName(withoutLayout(page), name) : withoutLayout(page);
        first = false;
      }
    } catch (thrown) {
      // Too much of everything ends the whole document; whatever else is wrong is this attachment's own matter.
      if (thrown instanceof DocumentError && thrown.code === "too_large") throw thrown;
    }
  }
}

/** The boxes of an attachment's page lie on no page of the message. */
function withoutLayout(page: ParsedPage): ParsedPage {
  const blocks = page.blocks.map((block) => ({ ...block, lines: block.lines.map((line) => ({ ...line, bbox: null })) }));
  return { ...page, width: null, height: null, blocks };
}

function underName(page: ParsedPage, name: string): ParsedPage {
  if (page.blocks.length === 0) return page;
  const by = name.length + 2;
  const moved = page.blocks.map((block) => ({ ...block, start: block.start + by, end: block.end + by, lines: block.lines.map((line) => ({ ...line, start: line.start + by, end: line.end + by })) }));
  const heading = { kind: "heading" as const, level: 1, start: 0, end: name.length, lines: [{ start: 0, end: name.length, bbox: null }] };
  return { ...page, text: `${name}\n\n${page.text}`, blocks: [heading, ...moved] };
}
