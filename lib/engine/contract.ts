import { z } from "zod";

/**
 * The engine's HTTP contract, version 1, as schemas: they validate what comes in and what goes out, they make the
 * OpenAPI file, and they are the types of the door ({@link file://./client.ts}). Offsets are UTF-16 code units into a
 * page's `text`, end exclusive; boxes are PDF points from the top left; times are ISO 8601 UTC; sizes are bytes.
 */

/** The label every answer that is not a refusal carries. */
export const ANSWER_LABEL = "From your uploaded documents";

/** The most bytes of one file. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** What a customer may upload, for sentences. */
export const READABLE_FORMATS = "PDF, Word, Excel, PowerPoint, OpenDocument, RTF, HTML, Markdown, CSV, JSON, e-mails (EML), plain text or pictures (PNG, JPEG, TIFF, WebP)";

/** The longest question or query, in UTF-16 units. */
export const MAX_QUESTION_LENGTH = 4_000;

/** Text that PostgreSQL can hold: control characters become spaces, halves of broken surrogate pairs U+FFFD. */
const storable = (text: string) => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, " ");
const shownName = z.string().overwrite(storable).trim().min(1).max(200);

const time = z.iso.datetime();
const page = z.int().min(1);

export const documentStatus = z.enum(["queued", "scanning", "extracting", "indexing", "ready", "failed"]);
export const documentErrorCode = z.enum([
  "unsupported_type",
  "encrypted",
  "malformed",
  "too_large",
  "no_text",
  "infected",
  "content_mismatch",
  "timed_out",
  "internal",
]);

/** A document as the API shows it. While a replacement is on its way, `status` is the replacement's and the old version answers. */
export const documentSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: documentStatus,
  version: z.int().min(1),
  contentType: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
  pageCount: z.int().min(0),
  chunkCount: z.int().min(0),
  error: z.object({ code: documentErrorCode, message: z.string() }).nullable(),
  progress: z.object({ stage: documentStatus, done: z.int().min(0), total: z.int().min(0) }),
  /** Whether answers can rest on it now: on this version once it is ready, until then on an earlier one that was. */
  answers: z.boolean(),
  createdAt: time,
  indexedAt: time.nullable(),
});

/** One located piece of a page: a line where the format has a layout, a paragraph elsewhere. `start`/`end` locate it in `text`. */
export const pageBlockSchema = z.object({
  text: z.string(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(["heading", "paragraph", "list-item", "table-row", "code", "line"]),
  /** 1–6 for headings. */
  level: z.int().min(1).max(6).optional(),
});
export const documentPageSchema = z.object({
  page,
  text: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  blocks: z.array(pageBlockSchema),
});

export const listQuery = z.object({ cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export const documentListQuery = listQuery.extend({
  status: documentStatus.optional(),
  /** A part of the shown name, in any case. */
  name: z.string().max(500).overwrite(storable).optional(),
  /** Only documents whose newest version was indexed before this time. */
  olderThan: time.optional(),
});
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item), nextCursor: z.string().nullable() });
export const documentListSchema = listOf(documentSchema);

const questionText = z.string().overwrite(storable).trim().min(1, "must not be empty").max(MAX_QUESTION_LENGTH, `must be at most ${MAX_QUESTION_LENGTH} characters`);

export const searchInput = z.object({
  query: questionText,
  limit: z.int().min(1).max(50).default(10),
  documentIds: z.array(z.string().max(100).overwrite(storable)).max(200).optional(),
});
export const searchResultSchema = z.object({
  documentId: z.string(),
  documentName: z.string(),
  page,
  chunkId: z.string(),
  text: z.string(),
  score: z.number().min(0).max(1),
});
export const searchResponse = z.object({ results: z.array(searchResultSchema), tookMs: z.number().min(0) });

export const chatInput = z.object({
  question: questionText,
  sessionId: z.string().max(100).optional(),
  /** False leaves neither question nor answer behind; a session that it would have begun does not exist afterwards. */
  store: z.boolean().optional(),
});
export const chatRequest = chatInput.extend({ stream: z.boolean().default(false) });

/** A passage an answer rests on: `quote` is exactly `text.slice(start, end)` of that page. */
export const citationSchema = z.object({
  index: z.int().min(1),
  documentId: z.string(),
  documentName: z.string(),
  page,
  quote: z.string().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  score: z.number().min(0).max(1),
});
export const chatAnswerSchema = z.object({
  answer: z.string(),
  refused: z.boolean(),
  grounding: z.enum(["answered", "uncertain", "refused"]),
  mode: z.enum(["extractive", "generated"]),
  label: z.literal(ANSWER_LABEL).nullable(),
  citations: z.array(citationSchema),
  /** At most three located passages, on a refusal only. */
  closest: z.array(citationSchema).max(3).optional(),
  confidence: z.number().min(0).max(1),
  sessionId: z.string(),
  messageId: z.string(),
  /** When the newest of the cited documents was indexed; null on a refusal. */
  indexedAt: time.nullable(),
  tookMs: z.number().min(0),
});

/** The events of a streamed answer, in order; the `delta` texts together are exactly the answer. */
export type ChatEvent =
  | { event: "status"; data: { phase: "searching" | "reading" | "writing" } }
  | { event: "delta"; data: { text: string } }
  | { event: "citations"; data: { citations: Citation[] } }
  | { event: "done"; data: ChatAnswer };

/** Which messages are forgotten: those of before this time. */
export const forgetQuery = z.object({ before: time });
export const forgottenSchema = z.object({ messages: z.int().min(0), sessions: z.int().min(0) });
/** The longest stretch of usage that can be asked for at once, in days. */
const MOST_DAYS = 400;
const day = z.iso.date();
export const usageQuery = z
  .object({ from: day, until: day })
  .refine(({ from, until }) => from <= until && Date.parse(until) - Date.parse(from) < MOST_DAYS * 86_400_000, `must be at most ${MOST_DAYS} days, the first before the last`);
/** What a project holds now, and the language model's tokens of each day (UTC) that had some. */
export const usageSchema = z.object({
  documents: z.int().min(0),
  bytes: z.int().min(0),
  pages: z.int().min(0),
  days: z.array(z.object({ day, tokens: z.int().min(0) })),
});

export const environment = z.enum(["production", "staging", "development"]);
/** The longest metadata, as JSON. */
const MAX_METADATA_LENGTH = 16_384;
const metadata = z
  .record(z.string(), z.json())
  .refine((value) => JSON.stringify(value).length <= MAX_METADATA_LENGTH, `must be at most ${MAX_METADATA_LENGTH} characters of JSON`)
  // PostgreSQL stores neither the NUL character nor half of a surrogate pair.
  .refine((value) => !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value)), "must be valid Unicode without NUL characters");
export const createProjectInput = z.object({
  name: shownName,
  environment: environment.default("development"),
  metadata: metadata.default({}),
});
export const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  environment,
  /** `suspended`: everything is kept, and no key opens it. */
  status: z.enum(["active", "suspended", "deleting", "deleted"]),
  createdAt: time,
});
/** What can be changed of a project. */
export const changeProjectInput = z.object({ status: z.enum(["active", "suspended"]) });
export const projectDetailSchema = projectSchema.extend({ documentCount: z.int(), chunkCount: z.int(), bytes: z.int() });
export const projectListSchema = listOf(projectSchema);
/** The configured embedding model, and how far the re-index of projects whose vectors are of another one is. */
export const indexingSchema = z.object({
  model: z.string(),
  dimensions: z.int(),
  projects: z.int(),
  /** Projects whose vectors are still of another model; they answer with it. */
  projectsLeft: z.int(),
  /** Passages of those, and how many of them have a vector of the configured model already. */
  chunks: z.int(),
  chunksDone: z.int(),
});
export const deletionSchema = z.object({
  deletion: z.object({
    id: z.string(),
    status: z.enum(["pending", "done"]),
    /** Where the state of the deletion can be read for good, with the management key. */
    receiptUrl: z.string(),
    projectId: z.string(),
    /** When the last of the project's data was gone. */
    finishedAt: time.nullable(),
  }),
});
export const issueKeyInput = z.object({
  name: shownName.optional(),
  expiresAt: time.refine((value) => Date.parse(value) > Date.now(), "must be in the future").optional(),
});
/** The only answer that ever holds a key's secret. */
export const issuedKeySchema = z.object({ id: z.string(), key: z.string(), prefix: z.string(), createdAt: time });
export const keySchema = z.object({
  id: z.string(),
  prefix: z.string(),
  name: z.string().nullable(),
  createdAt: time,
  expiresAt: time.nullable(),
  lastUsedAt: time.nullable(),
  revokedAt: time.nullable(),
});
export const keyListSchema = listOf(keySchema);

export type DocumentStatus = z.output<typeof documentStatus>;
export type DocumentErrorCode = z.output<typeof documentErrorCode>;
export type EngineDocument = z.output<typeof documentSchema>;
export type PageBlock = z.output<typeof pageBlockSchema>;
export type DocumentPage = z.output<typeof documentPageSchema>;
export type DocumentList = z.output<typeof documentListSchema>;
export type DocumentListQuery = z.input<typeof documentListQuery>;
export type SearchInput = z.input<typeof searchInput>;
export type SearchResult = z.output<typeof searchResultSchema>;
export type SearchResponse = z.output<typeof searchResponse>;
export type ChatInput = z.input<typeof chatInput>;
export type Citation = z.output<typeof citationSchema>;
export type ChatAnswer = z.output<typeof chatAnswerSchema>;
export type Forgotten = z.output<typeof forgottenSchema>;
export type UsageQuery = z.input<typeof usageQuery>;
export type ProjectUsage = z.output<typeof usageSchema>;
export type CreateProjectInput = z.input<typeof createProjectInput>;
export type Project = z.output<typeof projectSchema>;
export type ProjectDetail = z.output<typeof projectDetailSchema>;
export type ProjectList = z.output<typeof projectListSchema>;
export type Indexing = z.output<typeof indexingSchema>;
export type Deletion = z.output<typeof deletionSchema>;
export type IssueKeyInput = z.input<typeof issueKeyInput>;
export type IssuedKey = z.output<typeof issuedKeySchema>;
export type ProjectKey = z.output<typeof keySchema>;
export type ProjectKeyList = z.output<typeof keyListSchema>;
export type Environment = z.output<typeof environment>;
