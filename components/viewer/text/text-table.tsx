import type { Span } from "@/components/viewer/passage/span";
import { cellsOf } from "@/components/viewer/text/cells-of";
import { MarkedText } from "@/components/viewer/text/marked-text";
import type { PageBlock } from "@/lib/engine/contract";

/** Rows of a table as the engine reads them: empty cells are left out, so that columns stand where the row has them. */
export function TextTable({ rows, passage }: { rows: readonly PageBlock[]; passage: Span | undefined }) {
  return (
    <div tabIndex={0} role="group" aria-label="Table" className="overflow-x-auto rounded-md border outline-none focus-visible:ring-[3px] focus-visible:ring-ring/50">
      <table className="w-full text-sm">
        <tbody className="divide-y">
          {rows.map((row) => (
            <tr key={row.start} className="divide-x align-top">
              {cellsOf(row).map(({ text, start }) => (
                <td key={start} dir="auto" className="px-3 py-2 whitespace-pre-line">
                  <MarkedText text={text} start={start} passage={passage} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
