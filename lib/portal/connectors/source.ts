import { z } from "zod";

const webAddress = z
  .url({ protocol: /^https?$/, error: "Write a whole address, as in https://docs.example.com/." })
  .max(2_000)
  .refine((text) => new URL(text).username === "" && new URL(text).password === "", "Leave user name and password out of the address.");
const patterns = z.array(z.string().trim().min(1).max(200, "Shorten the pattern.")).max(50, "Keep to 50 patterns.").default([]);

/** A website, from a start address or a sitemap. */
export const websiteSettings = z.object({
  kind: z.literal("website"),
  start: webAddress,
  /** Paths with `*` for anything; none means all. */
  include: patterns,
  exclude: patterns,
  /** How many links away from the start; 0 is the start alone. */
  depth: z.int("Write a number.").min(0).max(20, "Keep to 20.").default(5),
  /** The most addresses that are asked for in one sync. */
  pages: z.int("Write a number.").min(1).max(5_000, "Keep to 5,000.").default(500),
  /** Requests a second. */
  rate: z.number("Write a number.").min(0.1, "At least 0.1.").max(20, "Keep to 20.").default(2),
});

/** What a website is read by. */
export type WebsiteSettings = z.output<typeof websiteSettings>;

/** A bucket that speaks S3. */
export const bucketSettings = z.object({
  kind: z.literal("bucket"),
  endpoint: webAddress,
  region: z.string().trim().min(1, "Write the region.").max(60).regex(/^[a-z0-9-]+$/i, "Letters, digits and hyphens only.").default("us-east-1"),
  bucket: z.string().trim().min(1, "Write the bucket’s name.").max(100).regex(/^[A-Za-z0-9._-]+$/, "Letters, digits, dots and hyphens only."),
  prefix: z.string().max(500).default(""),
});

/** What a bucket is read by, beside its credentials. */
export type BucketSettings = z.output<typeof bucketSettings>;

/** What a source is read by. */
export const sourceSettings = z.discriminatedUnion("kind", [websiteSettings, bucketSettings]);

/** What a source is read by. */
export type SourceSettings = z.output<typeof sourceSettings>;

/** The credentials of a bucket. */
export const bucketSecret = z.object({ keyId: z.string().trim().min(1, "Write the key’s id.").max(200), secret: z.string().trim().min(1, "Write the secret.").max(500) });

/** The credentials of a bucket. */
export type BucketSecret = z.output<typeof bucketSecret>;

/** A source as a person describes it; the credentials are left out to keep those that are there. */
export const sourceInput = z.object({
  name: z.string().trim().min(1, "Give it a name.").max(80, "Shorten the name."),
  everyMinutes: z.union([z.literal(15), z.literal(60), z.literal(360), z.literal(1_440), z.literal(10_080)]).nullable().default(1_440),
  settings: sourceSettings,
  secret: bucketSecret.nullable().default(null),
});

/** A source as a person describes it. */
export type SourceInput = z.input<typeof sourceInput>;

/** What the latest sync did, in numbers of documents. */
export const syncSummary = z.object({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  /** Whether the source was seen whole: only then what is no longer there was removed. */
  complete: z.boolean(),
  /** Why it was not, or what else there is to say. */
  note: z.string().nullable(),
});

/** What the latest sync did. */
export type SyncSummary = z.output<typeof syncSummary>;

/** Something that a sync left aside. */
export const skippedAddress = z.object({ address: z.string(), reason: z.string() });

/** A source as people see it. */
export const sourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  settings: sourceSettings,
  everyMinutes: z.int().nullable(),
  status: z.enum(["waiting", "syncing", "ready", "broken", "held", "leaving"]),
  /** Documents in answers that came from it. */
  documents: z.int(),
  done: z.int(),
  /** Null while nobody knows how much there is. */
  total: z.int().nullable(),
  /** ISO 8601 UTC. */
  syncedAt: z.string().nullable(),
  brokenSince: z.string().nullable(),
  /** Why it is broken or held, in a sentence. */
  reason: z.string().nullable(),
  summary: syncSummary.nullable(),
  skipped: z.array(skippedAddress),
  /** Whether there is a webhook address. */
  hook: z.boolean(),
});

/** A source as people see it. */
export type Source = z.output<typeof sourceSchema>;
