import type { BucketSecret } from "@/lib/portal/connectors/source";

/** The largest file that is taken from a source, in bytes. */
export const MAX_SOURCE_BYTES = 50 * 1024 * 1024;

/** What is known of an address from the sync before. */
export interface KnownFile {
  etag: string | null;
  modified: string | null;
  links: readonly string[];
}

/** What a connector tells while it reads a source. */
export type SourceEvent =
  | { kind: "file"; address: string; link: string | null; name: string; bytes: Buffer; etag: string | null; modified: string | null; links: readonly string[] }
  /** As it was at the sync before. */
  | { kind: "unchanged"; address: string }
  /** Left aside; `stays` when what it was before still counts, for nobody knows better. */
  | { kind: "skipped"; address: string; reason: string; stays: boolean }
  | { kind: "progress"; done: number; total: number | null };

/** How the reading ended. */
export interface SourceEnd {
  /** Whether everything that is there was seen. */
  complete: boolean;
  /** Why not, in a sentence. */
  note: string | null;
}

/** What a connector is given. */
export interface SourceCall<Settings> {
  settings: Settings;
  secret: BucketSecret | null;
  known: ReadonlyMap<string, KnownFile>;
  /** Hosts that may be reached although they are private. */
  allowed: readonly string[];
  signal: AbortSignal;
}

/** Reads a source from its beginning to its end. It throws {@link SourceBrokenError} when there is nothing to be had. */
export type Connector<Settings> = (call: SourceCall<Settings>) => AsyncGenerator<SourceEvent, SourceEnd>;

/** A source that cannot be read at all; its sentence is for the admin, and says what to do. */
export class SourceBrokenError extends Error {
  override readonly name = "SourceBrokenError";
}
