import { isOver, type UploadItem } from "@/components/documents/upload-item";
import { formatBytes } from "@/components/ui/format";

/** What is said about one file. */
export function uploadWords({ step, sent, file, note }: UploadItem): string {
  switch (step) {
    case "waiting":
      return note ?? "Waiting for its turn";
    case "sending":
      return `${formatBytes(sent)} of ${formatBytes(file.size)}`;
    case "storing":
      return "Storing…";
    case "stored":
      return "Uploaded";
    case "there":
      return "Already there: this very file is stored under this name.";
    case "failed":
      return note ?? "";
    case "cancelled":
      return "Cancelled";
  }
}

/** What is said about all files together: how many of them are done, and how they ended. */
export function uploadSummary(items: readonly UploadItem[]): string {
  const count = (step: UploadItem["step"]) => items.filter((item) => item.step === step).length;
  const open = items.filter((item) => !isOver(item)).length;
  if (open > 0) return `Uploading ${items.length - open + 1} of ${items.length}`;
  const parts = [
    [count("stored"), "uploaded"],
    [count("there"), "already there"],
    [count("failed"), "not uploaded"],
    [count("cancelled"), "cancelled"],
  ] as const;
  return parts.flatMap(([files, word]) => (files === 0 ? [] : [`${files} ${word}`])).join(", ");
}
