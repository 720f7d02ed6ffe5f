"use client";

import { Download } from "lucide-react";

import { Button } from "@/components/ui/button";

/** Saves a text as a CSV file. */
export function CsvButton({ text, fileName }: { text: string; fileName: string }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button type="button" variant="outline" onClick={save}>
      <Download aria-hidden />
      Download CSV
    </Button>
  );
}
