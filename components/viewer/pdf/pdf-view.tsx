"use client";

import dynamic from "next/dynamic";

import type { PdfReaderProps } from "@/components/viewer/pdf/pdf-reader";
import { PdfSkeleton } from "@/components/viewer/pdf/pdf-skeleton";

// pdf.js is a browser's: the server renders nothing of it, and pages without a PDF do not load it.
const PdfReader = dynamic(() => import("@/components/viewer/pdf/pdf-reader").then((loaded) => loaded.PdfReader), { ssr: false, loading: PdfSkeleton });

/** The original PDF with the passage marked on its page and in view. */
export function PdfView(props: PdfReaderProps) {
  return <PdfReader key={props.url} {...props} />;
}
