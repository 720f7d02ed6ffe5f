import type { CSSProperties } from "react";

import type { PageSize } from "@/components/viewer/pdf/page-places";
import type { PassageBox } from "@/components/viewer/passage/passage-boxes";

interface HighlightProps {
  boxes: readonly PassageBox[];
  /** Of the page the boxes lie on, in PDF points. */
  page: PageSize;
}

/** How far a mark reaches beyond the letters, sideways and up and down, in PDF points. */
const BESIDE = 1.5;
const ABOVE = 0.5;
/** The bar in the margin, and how far it stands from the passage, in PDF points. */
const BAR = 2.5;
const APART = 9;

/**
 * The marks of a passage over its page, with a bar in the margin that shows where it is on a page full of colours. They scale
 * with the page; what they say stands beside it in words.
 */
export function Highlight({ boxes, page }: HighlightProps) {
  if (boxes.length === 0) return null;
  const left = Math.max(0, Math.min(...boxes.map(([x0]) => x0)) - APART);
  const top = Math.min(...boxes.map(([, y0]) => y0));
  const bottom = Math.max(...boxes.map(([, , , y1]) => y1));
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      <div className="absolute inset-0 opacity-75 mix-blend-multiply">
        {boxes.map((box) => (
          <span key={box.join()} data-passage className="absolute rounded-[2px] bg-amber-300" style={placed(widened(box), page)} />
        ))}
      </div>
      <span className="absolute rounded-full bg-amber-500" style={placed([left, top, left + BAR, bottom], page)} />
    </div>
  );
}

function widened([x0, y0, x1, y1]: PassageBox): PassageBox {
  return [x0 - BESIDE, y0 - ABOVE, x1 + BESIDE, y1 + ABOVE];
}

function placed([x0, y0, x1, y1]: PassageBox, { width, height }: PageSize): CSSProperties {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return { left: percent(x0, width), top: percent(y0, height), width: percent(x1 - x0, width), height: percent(y1 - y0, height) };
}
