import { z } from "zod";

/** An e-mail address in the form it is stored and compared in: lower case, at most 254 characters (RFC 5321). */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long.")
  .pipe(z.email("Write an e-mail address such as name@example.com."));
