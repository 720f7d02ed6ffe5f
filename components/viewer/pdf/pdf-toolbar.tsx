import { ChevronLeft, ChevronRight, Minus, MoveHorizontal, Plus } from "lucide-react";
import type { ReactNode } from "react";

import { PageField } from "@/components/viewer/pdf/page-field";
import { Button } from "@/components/ui/button";

interface PdfToolbarProps {
  /** From 1. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
  percent: number;
  fits: boolean;
  onLarger: () => void;
  onSmaller: () => void;
  onFit: () => void;
}

/** The way through the pages, and how large they are. */
export function PdfToolbar({ page, pages, onPage, percent, fits, onLarger, onSmaller, onFit }: PdfToolbarProps) {
  return (
    <div role="toolbar" aria-label="Pages and size" className="flex items-center justify-between gap-2 border-b bg-background px-2 py-1.5 sm:px-4">
      <div className="flex items-center sm:gap-1">
        <Tool label="Previous page" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          <ChevronLeft />
        </Tool>
        <PageField page={page} pages={pages} onPage={onPage} />
        <Tool label="Next page" disabled={page >= pages} onClick={() => onPage(page + 1)}>
          <ChevronRight />
        </Tool>
      </div>
      <div className="flex items-center sm:gap-1">
        <Tool label="Smaller" onClick={onSmaller}>
          <Minus />
        </Tool>
        <span className="w-12 text-center text-sm text-muted-foreground tabular-nums max-sm:sr-only">{percent} %</span>
        <Tool label="Larger" onClick={onLarger}>
          <Plus />
        </Tool>
        <Tool label="Fit the width" pressed={fits} onClick={onFit}>
          <MoveHorizontal />
        </Tool>
      </div>
    </div>
  );
}

interface ToolProps {
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, disabled = false, pressed, onClick, children }: ToolProps) {
  return (
    <Button type="button" variant={pressed === true ? "secondary" : "ghost"} size="icon" aria-label={label} title={label} aria-pressed={pressed} disabled={disabled} onClick={onClick}>
      {children}
    </Button>
  );
}
