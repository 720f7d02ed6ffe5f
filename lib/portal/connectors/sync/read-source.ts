import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { env } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import { readBucket } from "@/lib/portal/connectors/bucket/read-bucket";
import type { SourceCall, SourceEnd, SourceEvent } from "@/lib/portal/connectors/connector";
import type { BucketSecret, SourceSettings } from "@/lib/portal/connectors/source";
import { keepDocument, knownDocuments } from "@/lib/portal/connectors/sync/known-documents";
import { removeSourceDocument } from "@/lib/portal/connectors/sync/remove-document";
import type { SyncReport } from "@/lib/portal/connectors/sync/sync-report";
import { takeFile } from "@/lib/portal/connectors/sync/take-file";
import { crawl } from "@/lib/portal/connectors/website/crawl";
import type { TenantScope } from "@/lib/portal/scope";

/** A source that is to be read. */
export interface ReadableSource {
  id: string;
  settings: SourceSettings;
  secret: BucketSecret | null;
}

interface Reading {
  scope: TenantScope;
  client: EngineClient;
  source: ReadableSource;
  report: SyncReport;
  signal: AbortSignal;
}

/**
 * Brings the scope's documents to what the source holds. What is no longer there is removed only when the source was seen whole; an address that could not be
 * read for now keeps what it brought.
 *
 * @throws SourceBrokenError when there is nothing to be had; CitadelError `quota_reached`, `engine_unreachable`
 */
export async function readSource({ scope, client, source, report, signal }: Reading): Promise<SourceEnd> {
  const known = await knownDocuments(scope, source.id);
  const stays = new Set<string>();
  const { settings, secret } = source;
  const call = { secret, known, allowed: env().CONNECTOR_ALLOW_PRIVATE, signal };
  const events = eventsOf(settings, call);
  let step = await events.next();
  try {
    for (; step.done !== true; step = await events.next()) {
      signal.throwIfAborted();
      const event = step.value;
      if (event.kind === "progress") await report.progress(event.done, event.total);
      else if (event.kind === "skipped") {
        report.skip(event.address, event.reason);
        if (event.stays) stays.add(event.address);
      } else if (event.kind === "unchanged") {
        stays.add(event.address);
        report.counts.unchanged += 1;
      } else if (await take(event)) stays.add(event.address);
    }
  } finally {
    await events.return({ complete: false, note: null });
  }
  if (step.value.complete) {
    for (const [address, document] of known) {
      if (stays.has(address)) continue;
      await removeSourceDocument(scope, client, source.id, { address, documentId: document.documentId });
      report.counts.removed += 1;
    }
  }
  return step.value;

  /** Whether what the file's address has brought stays: not when it is refused for what it is. */
  async function take(file: Extract<SourceEvent, { kind: "file" }>): Promise<boolean> {
    try {
      const taken = await takeFile(scope, client, file, known.get(file.address));
      report.counts[taken.outcome] += 1;
      await keepDocument(scope, source.id, file, taken);
    } catch (thrown) {
      if (!(thrown instanceof CitadelError) || !REFUSALS.has(thrown.code)) throw thrown;
      report.skip(file.address, thrown.message);
    }
    // A version that the engine refuses leaves the earlier one in its place.
    return true;
  }
}

/** What the engine says of one file, and not of all. */
const REFUSALS: ReadonlySet<string> = new Set(["unsupported_type", "content_mismatch", "too_large", "empty_file", "validation_failed"]);

function eventsOf(settings: SourceSettings, call: Omit<SourceCall<SourceSettings>, "settings">): AsyncGenerator<SourceEvent, SourceEnd> {
  switch (settings.kind) {
    case "website":
      return crawl({ ...call, settings });
    case "bucket":
      return readBucket({ ...call, settings });
  }
}
