import "server-only";

import { unstable_rethrow } from "next/navigation.js";

import { errorTrace } from "@/lib/platform/error-trace";
import { type CitadelError, toCitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";

/**
 * Runs the work of a server action and turns whatever it throws into a result. Next's own signals (redirect, not found)
 * pass through. Every action leaves one line in the log, without its input.
 */
export async function runAction<Value>(name: string, work: () => Promise<Value>): Promise<ActionResult<Value>> {
  const requestId = newId("req");
  const started = performance.now();
  const line = (outcome: string) => ({ requestId, action: name, outcome, ms: Math.round(performance.now() - started) });
  try {
    const value = await work();
    log.info(line("ok"), "action");
    return { ok: true, value };
  } catch (thrown) {
    unstable_rethrow(thrown);
    const error = toCitadelError(thrown);
    if (error.status >= 500) log.error({ ...line(error.code), error: errorTrace(error) }, "action failed");
    else log.info(line(error.code), "action");
    return { ok: false, error: describe(error, requestId) };
  }
}

/** For forms: each field shows its own sentence. */
const FIELDS_DO_NOT_FIT = "Some of this does not fit. Mend what is marked and send it again.";

function describe(error: CitadelError, requestId: string): ActionError {
  return {
    code: error.code,
    message: error.code === "validation_failed" ? FIELDS_DO_NOT_FIT : error.message,
    ...(error.errors === undefined ? {} : { fields: Object.fromEntries(error.errors.map(({ path, message }) => [path, message])) }),
    ...(error.status >= 500 ? { requestId } : {}),
  };
}
