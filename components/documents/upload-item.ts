import type { EngineDocument } from "@/lib/engine/contract";

/** A file that a person has chosen, with the name it will be shown under (folders with `/`). */
export interface PickedFile {
  file: File;
  name: string;
  /** The document whose new version it is to be; left out for a document of its own. */
  replaces?: Pick<EngineDocument, "id" | "version">;
}

/**
 * How far a file has come: `sending` while its bytes go out, `storing` until the answer is there; then `stored`, `there` (the
 * same bytes were stored already), `failed` or `cancelled`.
 */
export type UploadStep = "waiting" | "sending" | "storing" | "stored" | "there" | "failed" | "cancelled";

/** A file on its way. */
export interface UploadItem extends PickedFile {
  key: number;
  step: UploadStep;
  /** Bytes that have gone out. */
  sent: number;
  /** Why it failed, or what it waits for; a sentence for the person. */
  note: string | null;
}

/** Whether nothing more happens to it by itself. */
export function isOver({ step }: UploadItem): boolean {
  return step === "stored" || step === "there" || step === "failed" || step === "cancelled";
}

/** Whether its bytes are on their way now. */
export function isUnderWay({ step }: UploadItem): boolean {
  return step === "sending" || step === "storing";
}
