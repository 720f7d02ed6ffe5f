import type { ParsedBlock } from "@/lib/engine/ingest/parsed";
import type { Box } from "@/lib/engine/ingest/read/pdf/text-run";

/** A printed piece of a block and what stands between it and the piece before it. */
export interface LaidPiece {
  text: string;
  box: Box;
  /** Empty for the first piece of a block. */
  before: string;
}

/** A block of a PDF page before it has offsets. */
export interface LaidBlock {
  kind: ParsedBlock["kind"];
  level?: number;
  context?: string;
  pieces: LaidPiece[];
}
