import PostalMime, { type Email } from "postal-mime";

import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { attachmentPages, type ReadNested } from "@/lib/engine/ingest/read/email/attachment-pages";
import { messageBlocks } from "@/lib/engine/ingest/read/email/message-blocks";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { Format } from "@/lib/engine/ingest/read/formats";
import type { Reader } from "@/lib/engine/ingest/read/reader";

/** A message in a message in a message is still somebody's correspondence; deeper ones are named only. */
const DEEPEST = 3;
/** Parts in parts, within one message. */
const MOST_NESTED_PARTS = 64;

/**
 * An e-mail: subject, people, date and text on the first page, then each attachment by its own reader on further pages. What
 * an attachment fails with costs that attachment alone. Nothing the message refers to is fetched. `read` gives the pages of an attachment.
 */
export function emailReader(read: ReadNested): Reader {
  return (bytes) => pagesOf(bytes, read, 1);
}

async function* pagesOf(bytes: Buffer, read: ReadNested, depth: number): AsyncGenerator<ParsedPage> {
  const email = await parsed(bytes);
  let next = 1;
  for (const page of flowPages(messageBlocks(email))) {
    yield page;
    next = page.page + 1;
  }
  const nested = (content: Buffer, format: Format) => (format !== "email" ? read(content, format) : depth < DEEPEST ? pagesOf(content, read, depth + 1) : []);
  for await (const page of attachmentPages(email.attachments, nested)) {
    yield { ...page, page: next };
    next += 1;
  }
}

function parsed(bytes: Buffer): Promise<Email> {
  return PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: MOST_NESTED_PARTS });
}
