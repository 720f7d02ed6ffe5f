import { invalid } from "@/lib/platform/http/validated";

/** The longest shown name, in UTF-16 units. */
export const MAX_NAME_LENGTH = 500;

/** Control and format characters, among them those that turn the direction of text and make names look like others. The joiners of emoji and of Indic and Arabic scripts stay. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A document's shown name as it is stored: Unicode NFC, folders with forward slashes, nothing that could lead out of a
 * folder and nothing invisible. Two spellings of one name are one document. A name without anything to show is an error.
 *
 * @throws CitadelError `validation_failed`
 */
export function documentName(given: string): string {
  const segments = given.toWellFormed().normalize("NFC").replace(/\\/g, "/").replace(INVISIBLE, "").split("/");
  const name = segments.map((segment) => segment.trim()).filter((segment) => !/^\.*$/.test(segment)).join("/");
  if (name === "") throw invalid([{ path: "name", message: "must have at least one visible character" }]);
  if (name.length > MAX_NAME_LENGTH) throw invalid([{ path: "name", message: `must be at most ${MAX_NAME_LENGTH} characters` }]);
  return name;
}
