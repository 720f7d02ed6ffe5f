import type { Address, Email } from "postal-mime";

import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { blocksOfHtml } from "@/lib/engine/ingest/read/html/html-blocks";
import { parseHtml } from "@/lib/engine/ingest/read/html/parse-html";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { blocksOfText } from "@/lib/engine/ingest/read/text/read-text";

/** A message as text: its subject, who wrote to whom and when, its body, and the names of what is attached. */
export function* messageBlocks(email: Email): Generator<DraftBlock> {
  const subject = foldSpaces(email.subject ?? "");
  if (subject !== "") yield { kind: "heading", level: 1, text: subject };
  const lines = [
    ["From", addresses(email.from === undefined ? [] : [email.from])],
    ["To", addresses(email.to)],
    ["Cc", addresses(email.cc)],
    ["Date", (email.date ?? "").replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, "$1 $2 UTC")],
  ];
  const heads = lines.filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}`);
  if (heads.length > 0) yield { kind: "paragraph", text: heads.join("\n") };
  yield* bodyBlocks(email);
  const names = email.attachments.filter(({ related }) => related !== true).map(({ filename, mimeType }) => foldSpaces(filename ?? mimeType));
  if (names.length > 0) yield { kind: "paragraph", text: `Attachments: ${names.join(", ")}` };
}

/** The HTML body has the structure; a message may have the plain one only, or an empty HTML one beside it. */
function bodyBlocks(email: Email): DraftBlock[] {
  const fromHtml = email.html === undefined ? [] : [...blocksOfHtml(parseHtml(email.html).body)];
  return fromHtml.length > 0 ? fromHtml : [...blocksOfText(email.text ?? "")];
}

function addresses(list: readonly Address[] | undefined): string {
  const shown = (list ?? []).flatMap((address) => (address.group === undefined ? [address] : address.group)).map(({ name, address }) => (name === "" ? address : `${name} <${address}>`));
  return foldSpaces(shown.join(", "));
}
