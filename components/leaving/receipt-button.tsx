"use client";

import { FileCheck } from "lucide-react";

import { Button } from "@/components/ui/button";

interface ReceiptButtonProps {
  /** What was deleted. */
  name: string;
  fileName: string;
  text: string;
}

/** Saves a deletion's signed receipt. */
export function ReceiptButton({ name, fileName, text }: ReceiptButtonProps) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button type="button" variant="outline" size="sm" onClick={save} aria-label={`Receipt for ${name}`}>
      <FileCheck aria-hidden />
      Receipt
    </Button>
  );
}
