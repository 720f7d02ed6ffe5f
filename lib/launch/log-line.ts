import { z } from "zod";

/** What is read of a line of the structured log; pino's numbers: 40 a warning, 50 an error. */
const logLine = z.object({ level: z.number(), msg: z.string().optional(), requestId: z.string().optional(), route: z.string().optional(), code: z.string().optional() });

const WARNING = 40;
const ERROR = 50;
/** Whoever asks this has the answer, be it no: while starting it is the launcher. */
const READINESS = "GET /api/ready";

/**
 * What the terminal shows of a line of the web or worker process: of the structured log warnings and errors, in short, of anything else
 * what came on the error stream. Undefined for nothing.
 */
export function forTerminal(line: string, isErrors: boolean): string | undefined {
  if (line.trim() === "") return undefined;
  const entry = line.startsWith("{") ? logLine.safeParse(parse(line)).data : undefined;
  if (entry === undefined) return isErrors ? line : undefined;
  if (entry.level < WARNING || entry.route === READINESS) return undefined;
  const details = [entry.route, entry.code, entry.requestId && `request ${entry.requestId}`].filter(Boolean);
  return `${entry.level < ERROR ? "warning" : "error"}: ${entry.msg ?? "?"}${details.length > 0 ? ` (${details.join(", ")})` : ""}`;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
