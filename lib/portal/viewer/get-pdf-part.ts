import "server-only";

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { notFound } from "@/lib/platform/errors";
import { defineRoute } from "@/lib/platform/http/define-route";

const TYPES: Readonly<Record<string, string>> = { wasm: "application/wasm", js: "text/javascript" };
const WEEK_SECONDS = 7 * 24 * 60 * 60;

/**
 * `GET /pdfjs/{folder}/{file}`: the character maps, fonts and decoders that come with pdf.js, for everyone, so that the viewer loads
 * nothing from elsewhere. They are the package's own files and hold nothing of any customer.
 */
export const getPdfPart = defineRoute(
  { credential: null, authenticate: () => Promise.resolve(null) },
  {
    method: "GET",
    path: "/pdfjs/{folder}/{file}",
    summary: "A part of the PDF viewer",
    params: z.object({ folder: z.enum(["cmaps", "standard_fonts", "wasm", "iccs"]), file: z.string().regex(/^[\w-]+\.(bcmap|pfb|ttf|wasm|js|icc)$/) }),
    responses: { 200: { description: "The file.", contentType: "application/octet-stream" } },
    async handle({ params: { folder, file } }) {
      const bytes = await readFile(join(process.cwd(), "node_modules", "pdfjs-dist", folder, file)).catch(() => {
        throw notFound();
      });
      const type = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      return new Response(new Uint8Array(bytes), {
        headers: { "content-type": type, "x-content-type-options": "nosniff", "cache-control": `public, max-age=${WEEK_SECONDS}` },
      });
    },
  },
);
