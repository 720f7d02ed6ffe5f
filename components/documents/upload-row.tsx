import { RotateCw, X } from "lucide-react";

import { isOver, isUnderWay, type UploadItem } from "@/components/documents/upload-item";
import { uploadWords } from "@/components/documents/upload-words";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";

interface UploadRowProps {
  item: UploadItem;
  onCancel: (key: number) => void;
  onAgain: (key: number) => void;
}

/** One file on its way, or what became of it. */
export function UploadRow({ item, onCancel, onAgain }: UploadRowProps) {
  const { key, name, file, step, sent } = item;
  const control = controlOf(item);
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <div className="min-w-0 grow space-y-1.5">
        <div className={step === "failed" ? "space-y-0.5" : "flex flex-wrap items-baseline justify-between gap-x-4"}>
          <p className="line-clamp-2 text-sm font-medium wrap-anywhere" title={name}>
            {name}
          </p>
          <p className={step === "failed" ? "text-sm text-destructive" : "text-sm text-muted-foreground tabular-nums"}>{uploadWords(item)}</p>
        </div>
        {isUnderWay(item) && <Progress aria-label={`Upload of ${name}`} value={file.size === 0 ? 100 : (100 * sent) / file.size} className="h-1.5" />}
      </div>
      {control !== null && (
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          className="-my-1.5 shrink-0"
          aria-label={control === "again" ? `Upload ${name} again` : `Cancel the upload of ${name}`}
          onClick={() => (control === "again" ? onAgain(key) : onCancel(key))}
        >
          {control === "again" ? <RotateCw aria-hidden /> : <X aria-hidden />}
        </Button>
      )}
    </li>
  );
}

/** One button that changes what it does, so that the focus stays on it. */
function controlOf(item: UploadItem): "again" | "cancel" | null {
  if (item.step === "failed" || item.step === "cancelled") return "again";
  return isOver(item) ? null : "cancel";
}
