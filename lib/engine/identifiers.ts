import { notFound } from "@/lib/platform/errors";
import type { IdPrefix } from "@/lib/platform/ids";

const TAIL = /^[0-9a-z]{1,60}$/;

/** Whether a text can be an id of that kind. What cannot be one is not asked of the database. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(`${prefix}_`) && TAIL.test(text.slice(prefix.length + 1));
}

/** The id, or the one answer for whatever names nothing. Throws CitadelError `not_found`. */
export function existingId(prefix: IdPrefix, text: string): string {
  if (!isId(prefix, text)) throw notFound();
  return text;
}
