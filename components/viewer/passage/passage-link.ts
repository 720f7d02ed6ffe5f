import type { Span } from "@/components/viewer/passage/span";

/** What an address says about a passage. */
export interface PassageLink extends Span {
  /** The mark of the quotation, see `quoteMark`; undefined in addresses that carry none. */
  quote: string | undefined;
}

/** The values of an address's query, as Next hands them to a page. */
export type ViewerQuery = Readonly<Record<string, string | string[] | undefined>>;

/** The page an address names: from 1, and 1 when it names none. */
export function pageOf(query: ViewerQuery): number {
  return wholeNumber(query["page"]) || 1;
}

/** The passage an address names; undefined when it names none, or no stretch of text at all. */
export function passageLinkOf(query: ViewerQuery): PassageLink | undefined {
  const start = wholeNumber(query["start"]);
  const end = wholeNumber(query["end"]);
  const { quote } = query;
  if (start === undefined || end === undefined || start >= end) return undefined;
  return { start, end, quote: typeof quote === "string" ? quote : undefined };
}

function wholeNumber(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
