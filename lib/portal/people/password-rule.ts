import { z } from "zod";

/** The shortest and the longest password, in UTF-16 units; length is the only rule (NIST SP 800-63B, 5.1.1.2). */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** A password that a person chooses. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(MAX_PASSWORD_LENGTH, `Use at most ${MAX_PASSWORD_LENGTH} characters.`);

/** The name a person is shown by. */
export const personName = z.string().trim().min(1, "Write your name.").max(120, "Use at most 120 characters.");
