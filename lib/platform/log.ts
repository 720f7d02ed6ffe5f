import pino from "pino";

import { env } from "@/lib/platform/env";

/** Names of fields whose value never reaches a log line, at any of the depths used here. */
const SECRET_FIELDS = ["key", "password", "token", "secret", "authorization", "cookie", "question", "answer", "text", "quote"];

/**
 * The structured log (JSON lines on stdout). Callers pass ids and counts, never document text; the redaction is the
 * second wall behind that rule.
 */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: "[redacted]",
  },
});
