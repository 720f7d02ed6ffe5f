import { useCallback, useMemo, useState } from "react";

import type { PageSize } from "@/components/viewer/pdf/page-places";

/** Sizes closer than this are one, in PDF points. */
const SAME = 0.5;

/** The sizes of a document's pages: as the first one until a page has been seen. */
export function usePageSizes(pages: number, firstPage: PageSize): { sizes: readonly PageSize[]; onSize: (page: number, size: PageSize) => void } {
  const [known, setKnown] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const sizes = useMemo(() => Array.from({ length: pages }, (_, page) => known.get(page) ?? firstPage), [pages, firstPage, known]);
  const onSize = useCallback(
    (page: number, size: PageSize) =>
      setKnown((before) => {
        const { width, height } = before.get(page) ?? firstPage;
        const same = Math.abs(width - size.width) < SAME && Math.abs(height - size.height) < SAME;
        return same ? before : new Map(before).set(page, size);
      }),
    [firstPage],
  );
  return { sizes, onSize };
}
