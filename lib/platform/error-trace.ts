import { originalFrame } from "@/lib/platform/original-frame";

/** What the log may hold of an unknown error: messages are left out, for they can quote what a person wrote or uploaded. */
export interface ErrorTrace {
  name: string;
  /** The code that systems and libraries give their errors (`ECONNREFUSED`, `P2002`). */
  code?: string;
  /** The stack's frames, innermost first, by the lines that were written. */
  frames: string[];
  cause?: ErrorTrace;
}

const MOST_FRAMES = 12;
const DEEPEST_CAUSE = 3;

/** Describes an error for the log by its name, code and frames, and so on for its causes. */
export function errorTrace(thrown: unknown, depth = 0): ErrorTrace {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] };
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const trace: ErrorTrace = { name: thrown.name, frames: frames.slice(0, MOST_FRAMES).map((line) => originalFrame(line.trim())) };
  if ("code" in thrown && typeof thrown.code === "string") trace.code = thrown.code;
  if (thrown.cause !== undefined && depth < DEEPEST_CAUSE) trace.cause = errorTrace(thrown.cause, depth + 1);
  return trace;
}
