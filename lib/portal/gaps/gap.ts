import { z } from "zod";

/** What has become of a gap. */
export const gapStatus = z.enum(["open", "solved", "dismissed"]);
/** One of {@link gapStatus}. */
export type GapStatus = z.output<typeof gapStatus>;

/** Which gaps are wanted; pages count from 1. */
export const gapFilter = z.object({ status: gapStatus.catch("open"), page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Refused and disliked questions that mean the same. */
export interface Gap {
  id: string;
  status: GapStatus;
  /** As it was asked last. */
  question: string;
  /** Other ways in which it was asked, the newest first. */
  wordings: string[];
  /** How often it was asked, and how often of these it was refused and disliked. */
  asked: number;
  refused: number;
  disliked: number;
  people: number;
  /** ISO 8601 UTC. */
  lastAskedAt: string;
  /** The session and message in which it was asked last. */
  last: { sessionId: string; messageId: string };
  /** The member who is to close it; null for nobody. */
  ownerId: string | null;
  /** The documents that came nearest. */
  documents: { id: string; name: string; page: number }[];
}

/** One page of gaps. */
export interface GapPage {
  gaps: Gap[];
  page: number;
  hasMore: boolean;
}
