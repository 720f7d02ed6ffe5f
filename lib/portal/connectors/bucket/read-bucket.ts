import "server-only";

import type { ListedObject } from "@/lib/portal/connectors/bucket/read-listing";
import { BucketClient } from "@/lib/portal/connectors/bucket/bucket-client";
import { type Connector, MAX_SOURCE_BYTES, SourceBrokenError, type SourceEnd, type SourceEvent } from "@/lib/portal/connectors/connector";
import { nameOfObject } from "@/lib/portal/connectors/document-name";
import type { Got } from "@/lib/portal/connectors/net/get-file";
import { guardedAgent } from "@/lib/portal/connectors/net/guarded-agent";
import { hasReadableEnding } from "@/lib/portal/connectors/readable-type";
import type { BucketSettings } from "@/lib/portal/connectors/source";

/** The most objects of one bucket. */
const MOST_OBJECTS = 50_000;
const MOST_ADDRESS_BYTES = 2_000;

/** Reads a bucket: lists it whole, page by page, and gets the objects whose ETag is not that of the sync before. */
export const readBucket: Connector<BucketSettings> = async function* ({ settings, secret, known, allowed, signal }) {
  if (secret === null) throw new SourceBrokenError("The key of the bucket is missing. Write its id and secret into the source’s settings.");
  const agent = guardedAgent({ allowed });
  try {
    const client = new BucketClient(settings, secret, { dispatcher: agent, signal });
    const { objects, complete } = await listAll(client);
    let missing = 0;
    for (const [place, object] of objects.entries()) {
      const event = refusalOf(object) ?? (known.get(object.key)?.etag === object.etag && object.etag !== "" ? unchanged(object) : await get(client, settings, object));
      if (event.kind === "skipped" && event.stays) missing += 1;
      yield event;
      yield { kind: "progress", done: place + 1, total: objects.length };
    }
    return end(complete, missing);
  } finally {
    await agent.destroy();
  }
};

async function listAll(client: BucketClient): Promise<{ objects: ListedObject[]; complete: boolean }> {
  const objects: ListedObject[] = [];
  let next: string | null = null;
  do {
    const listing = await client.list(next);
    objects.push(...listing.objects.filter(({ key }) => !key.endsWith("/")));
    if (listing.next === next && next !== null) throw new SourceBrokenError("The bucket gives the same page of its list again and again. Ask whoever runs it.");
    next = listing.next;
  } while (next !== null && objects.length < MOST_OBJECTS);
  return { objects: objects.slice(0, MOST_OBJECTS), complete: next === null && objects.length <= MOST_OBJECTS };
}

const unchanged = ({ key }: ListedObject): SourceEvent => ({ kind: "unchanged", address: key });

function refusalOf({ key, bytes }: ListedObject): SourceEvent | null {
  const skipped = (reason: string): SourceEvent => ({ kind: "skipped", address: key.slice(0, 500), reason, stays: false });
  if (Buffer.byteLength(key) > MOST_ADDRESS_BYTES) return skipped("Its key is too long.");
  if (!hasReadableEnding(key, true)) return skipped("Files of this type are not read.");
  if (bytes === 0) return skipped("It is empty.");
  return bytes > MAX_SOURCE_BYTES ? skipped(`It is larger than ${MAX_SOURCE_BYTES / 1024 / 1024} MB.`) : null;
}

async function get(client: BucketClient, { bucket }: BucketSettings, { key, etag }: ListedObject): Promise<SourceEvent> {
  const got = await client.object(key, MAX_SOURCE_BYTES);
  if (got.kind === "file") return { kind: "file", address: key, link: null, name: nameOfObject(bucket, key), bytes: got.bytes, etag, modified: null, links: [] };
  // It was there a moment ago: what is wrong now may be right at the next sync.
  return { kind: "skipped", address: key, reason: reasonOf(got), stays: true };
}

function reasonOf(got: Exclude<Got, { kind: "file" }>): string {
  if (got.kind === "failed") return got.sentence;
  if (got.kind === "too-large") return `It is larger than ${MAX_SOURCE_BYTES / 1024 / 1024} MB.`;
  return got.kind === "status" && got.status === 403 ? "The key may not read it." : "The bucket did not give it.";
}

function end(complete: boolean, missing: number): SourceEnd {
  if (!complete) return { complete: false, note: `The bucket has more than ${MOST_OBJECTS} files. Narrow it by a prefix.` };
  // The list is whole, so what is not on it is gone, whatever could not be read.
  return { complete: true, note: missing === 0 ? null : `${missing === 1 ? "One file" : `${missing} files`} could not be read; the next sync tries again.` };
}
