import { describe, expect, it } from "vitest";

import { appUrl } from "@/lib/platform/env";
import { getPdfPart } from "@/lib/portal/viewer/get-pdf-part";

const get = (path: string) => getPdfPart.handle(new Request(`${appUrl()}${path}`));

describe("the parts of the PDF viewer", () => {
  it.each([
    ["/pdfjs/cmaps/UniJIS-UTF16-H.bcmap", "application/octet-stream"],
    ["/pdfjs/standard_fonts/FoxitSerif.pfb", "application/octet-stream"],
    ["/pdfjs/wasm/openjpeg.wasm", "application/wasm"],
    ["/pdfjs/wasm/openjpeg_nowasm_fallback.js", "text/javascript"],
  ])("are sent from here: %s", async (path, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it.each(["/pdfjs/cmaps/absent.bcmap", "/pdfjs/build/pdf.mjs", "/pdfjs/cmaps/..%2f..%2f..%2fpackage.json", "/pdfjs/cmaps/%2e%2e", "/pdfjs/cmaps/..%2fwasm%2fopenjpeg.wasm", "/pdfjs/cmaps/LICENSE"])(
    "are nothing else: %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
