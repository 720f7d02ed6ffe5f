import type { EngineDocument } from "@/lib/engine/contract";

/** What a person must know about the pages they see. */
export interface Seen {
  document: Pick<EngineDocument, "status" | "error">;
  /** Whether the page that was asked for is the one that is shown. */
  pageFound: boolean;
  /** What became of the passage that was asked for. */
  passage: "none" | "found" | "changed";
}

/** The sentences to stand above a document that can be opened; none when all is as it was asked for. */
export function noticesOf({ document: { status, error }, pageFound, passage }: Seen): string[] {
  const notices: string[] = [];
  if (passage === "changed") {
    notices.push(pageFound ? "This passage has changed since the answer; here is the page." : "This passage has changed since the answer, and its page is gone; here is the beginning.");
  } else if (!pageFound) notices.push("This document has no such page; here is the beginning.");
  if (status === "failed") notices.push(`The newest version could not be read, so you see the one before it. ${error?.message ?? ""}`.trim());
  else if (status !== "ready") notices.push("A new version is being read. Until it is ready, you see the one before it.");
  return notices;
}
