import "server-only";

import { Parser } from "htmlparser2";

/** An object as a bucket lists it. */
export interface ListedObject {
  key: string;
  etag: string;
  bytes: number;
}

/** One page of a bucket's list. */
export interface Listing {
  objects: ListedObject[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

/** Reads the answer of ListObjectsV2; null when it is none. */
export function readListing(xml: string): Listing | null {
  let seen = false;
  let truncated = false;
  let next: string | null = null;
  let text = "";
  let object: Partial<ListedObject> | null = null;
  const objects: ListedObject[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        text = "";
        if (name === "ListBucketResult") seen = true;
        if (name === "Contents") object = {};
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        if (name === "IsTruncated") truncated = text.trim() === "true";
        if (name === "NextContinuationToken") next = text;
        if (object === null) return;
        if (name === "Key") object.key = text;
        if (name === "ETag") object.etag = text.replaceAll('"', "");
        if (name === "Size") object.bytes = Number(text);
        if (name !== "Contents") return;
        const { key, etag = "", bytes = Number.NaN } = object;
        if (key !== undefined && Number.isSafeInteger(bytes)) objects.push({ key, etag, bytes });
        object = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return seen ? { objects, next: truncated ? next : null } : null;
}
