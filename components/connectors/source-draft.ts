import type { Source, SourceInput } from "@/lib/portal/connectors/source";

/** A source while it is being written: every field as its text. */
export interface SourceDraft {
  kind: "website" | "bucket";
  name: string;
  everyMinutes: string;
  start: string;
  include: string;
  exclude: string;
  depth: string;
  pages: string;
  rate: string;
  endpoint: string;
  region: string;
  bucket: string;
  prefix: string;
  keyId: string;
  secret: string;
}

const EMPTY: SourceDraft = {
  kind: "website",
  name: "",
  everyMinutes: "1440",
  start: "",
  include: "",
  exclude: "",
  depth: "5",
  pages: "500",
  rate: "2",
  endpoint: "",
  region: "us-east-1",
  bucket: "",
  prefix: "",
  keyId: "",
  secret: "",
};

/** The draft of a new source, or of one that is there; credentials are never among what is shown. */
export function draftOf(source: Source | null): SourceDraft {
  if (source === null) return EMPTY;
  const { name, everyMinutes, settings } = source;
  const common = { ...EMPTY, name, everyMinutes: everyMinutes === null ? "" : String(everyMinutes), kind: settings.kind };
  if (settings.kind === "bucket") return { ...common, endpoint: settings.endpoint, region: settings.region, bucket: settings.bucket, prefix: settings.prefix };
  const { start, include, exclude, depth, pages, rate } = settings;
  return { ...common, start, include: include.join("\n"), exclude: exclude.join("\n"), depth: String(depth), pages: String(pages), rate: String(rate) };
}

const lines = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
const EVERY = [15, 60, 360, 1_440, 10_080] as const;

/** What a draft asks for. */
export function inputOf(draft: SourceDraft): SourceInput {
  const { kind, name, start, include, exclude, depth, pages, rate, endpoint, region, bucket, prefix, keyId, secret } = draft;
  const everyMinutes = EVERY.find((minutes) => String(minutes) === draft.everyMinutes) ?? null;
  if (kind === "bucket") return { name, everyMinutes, settings: { kind, endpoint, region, bucket, prefix }, secret: keyId === "" && secret === "" ? null : { keyId, secret } };
  return { name, everyMinutes, settings: { kind, start, include: lines(include), exclude: lines(exclude), depth: Number(depth), pages: Number(pages), rate: Number(rate) } };
}
