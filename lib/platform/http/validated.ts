import type { z } from "zod";

import { CitadelError, type FieldError } from "@/lib/platform/errors";

/**
 * The value as its schema reads it; fields the schema does not name are left out.
 *
 * @throws CitadelError `validation_failed` that names each field
 */
export function validated<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue): FieldError => ({ path: issue.path.join("."), message: issue.message }));
  throw invalid(errors);
}

/** The error for fields that do not fit. */
export function invalid(errors: FieldError[]): CitadelError {
  const fields = errors.map(({ path }) => path).filter(Boolean);
  const which = fields.length === 0 ? "The request" : `The request's ${[...new Set(fields)].join(", ")}`;
  return new CitadelError("validation_failed", `${which} did not fit. Mend what is named under errors and send it again.`, { errors });
}
