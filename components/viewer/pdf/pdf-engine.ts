import { pdfjs } from "react-pdf";

// The build for browsers that are some versions behind. It comes from our own origin, like all else that pdf.js needs.
pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/legacy/build/pdf.worker.min.mjs", import.meta.url).toString();

const part = (folder: string) => new URL(`/pdfjs/${folder}/`, window.location.origin).href;

/** Begins to open a PDF. No script in it runs, and nothing is loaded that the pages looked at do not need. */
export function openPdf(range: InstanceType<typeof pdfjs.PDFDataRangeTransport>) {
  return pdfjs.getDocument({
    range,
    rangeChunkSize: 131_072,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    cMapUrl: part("cmaps"),
    standardFontDataUrl: part("standard_fonts"),
    wasmUrl: part("wasm"),
    iccUrl: part("iccs"),
  });
}

/** An open PDF. */
export type Pdf = Awaited<ReturnType<typeof openPdf>["promise"]>;
