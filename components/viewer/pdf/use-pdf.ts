import { useCallback, useEffect, useState } from "react";

import { type OnUnreadable, openOriginal, sentenceOf } from "@/components/viewer/pdf/original-ranges";
import type { PageSize } from "@/components/viewer/pdf/page-places";
import { openPdf, type Pdf } from "@/components/viewer/pdf/pdf-engine";

/** How far a PDF has come. */
export type PdfState = { state: "loading" } | { state: "failed"; sentence: string } | { state: "open"; pdf: Pdf; firstPage: PageSize };

/** Opens the PDF at an address for as long as the component lives, and again when asked. */
export function usePdf(url: string): { opened: PdfState; openAgain: () => void } {
  const [opened, setOpened] = useState<PdfState>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const failed = (sentence: string) => {
      if (!stop.signal.aborted) setOpened({ state: "failed", sentence });
    };
    opening(url, stop.signal, failed).then(
      (ready) => {
        if (!stop.signal.aborted) setOpened({ state: "open", ...ready });
      },
      (thrown: unknown) => failed(sentenceOf(thrown)),
    );
    return () => stop.abort();
  }, [url, attempt]);
  const openAgain = useCallback(() => {
    setOpened({ state: "loading" });
    setAttempt((last) => last + 1);
  }, []);
  return { opened, openAgain };
}

async function opening(url: string, signal: AbortSignal, unreadable: OnUnreadable): Promise<{ pdf: Pdf; firstPage: PageSize }> {
  const range = await openOriginal(url, signal, unreadable);
  signal.throwIfAborted();
  const task = openPdf(range);
  signal.addEventListener("abort", () => void task.destroy());
  const pdf = await task.promise;
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return { pdf, firstPage: { width, height } };
}
