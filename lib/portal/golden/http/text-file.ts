import { attachment } from "@/lib/platform/http/content-disposition";

const TYPES = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

/** A text that the browser saves under a name; the name's ending gives the type. */
export function textFile(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": name.endsWith(".csv") ? TYPES.csv : TYPES.json,
      "content-disposition": attachment(name),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
