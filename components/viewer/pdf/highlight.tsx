import type { PageSize } from "@/components/viewer/pdf/page-places";
import type { PassageBox } from "@/components/viewer/passage/passage-boxes";

/** How far a mark reaches beyond the letters, in PDF points. */
const BLEED = 1.5;

/** The marks of a passage over its page, which has that size in points; they scale with it. What they say stands beside the page in words. */
export function Highlight({ boxes, page: { width, height } }: { boxes: readonly PassageBox[]; page: PageSize }) {
  return (
    <div aria-hidden data-highlight className="pointer-events-none absolute inset-0 mix-blend-multiply">
      {boxes.map(([x0, y0, x1, y1]) => (
        <span
          key={`${x0},${y0}`}
          className="absolute rounded-[3px] bg-amber-300/70 ring-1 ring-amber-500/60"
          style={{
            left: `${((x0 - BLEED) / width) * 100}%`,
            top: `${((y0 - BLEED) / height) * 100}%`,
            width: `${((x1 - x0 + 2 * BLEED) / width) * 100}%`,
            height: `${((y1 - y0 + 2 * BLEED) / height) * 100}%`,
          }}
        />
      ))}
    </div>
  );
}
