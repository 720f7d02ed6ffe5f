import type { Picked } from "@/components/documents/picked-files";

/** What is said about what was chosen and is not uploaded; null when there is nothing to say. */
export function pickedNote({ files, leftOut, unreadable }: Picked): string | null {
  const [first] = unreadable;
  const sentences = [
    files.length === 0 && leftOut === 0 && unreadable.length === 0 && "There is no file in that folder.",
    leftOut > 0 && (leftOut === 1 ? "1 hidden or system file was left out." : `${leftOut} hidden or system files were left out.`),
    first !== undefined && (unreadable.length === 1 ? `Your browser could not read ${first}. Choose it again.` : `Your browser could not read ${unreadable.length} files, among them ${first}. Choose them again.`),
  ];
  return sentences.filter((sentence) => sentence !== false).join(" ") || null;
}
