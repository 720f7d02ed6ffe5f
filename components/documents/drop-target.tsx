"use client";

import { Upload } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";

import { droppedFiles, type Picked } from "@/components/documents/picked-files";

/** Lets files and folders be dropped anywhere on the page, and says so while they are held over it. */
export function DropTarget({ onPicked }: { onPicked: (picked: Picked) => void }) {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(async (items: DataTransferItemList) => onPicked(await droppedFiles(items)));
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: "dragenter" | "dragover" | "dragleave" | "drop", handle: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => holdsFiles(event) && handle(event), listening);
    // Without this the browser would open the file in place of the page.
    on("dragover", (event) => event.preventDefault());
    on("dragenter", () => setOver(true));
    on("dragleave", (event) => event.relatedTarget === null && setOver(false));
    on("drop", (event) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer !== null) void drop(event.dataTransfer.items);
    });
    return () => listening.abort();
  }, []);
  if (!over) return null;
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-50 bg-background/80 p-4">
      <div className="flex h-full flex-col items-center justify-center gap-3 rounded-xl border-2 border-dashed border-primary text-lg font-medium">
        <Upload className="size-8" />
        Drop files or folders to upload them
      </div>
    </div>
  );
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
