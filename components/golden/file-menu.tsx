"use client";

import { Download, FileUp } from "lucide-react";
import { useRef, useState, useTransition } from "react";

import { type GoldenAddress, goldenApi } from "@/components/golden/golden-address";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { Imported } from "@/lib/portal/golden/transfer/import-questions";

interface FileMenuProps {
  address: GoldenAddress;
  importFile: (input: { text: string }) => Promise<ActionResult<Imported>>;
}

/** A server action takes a megabyte; a thousand questions are less. */
const LARGEST_FILE = 900_000;

/** Takes the questions out as a file, and brings a file's questions in. */
export function FileMenu({ address, importFile }: FileMenuProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const [pending, start] = useTransition();
  const bring = (file: File | undefined) =>
    start(async () => {
      if (file === undefined) return;
      if (file.size > LARGEST_FILE) return setSaid({ text: "This file is larger than 900 kB. Split it.", failed: true });
      const result = await importFile({ text: await file.text() }).catch(() => null);
      if (result?.ok) setSaid({ text: wordsOf(result.value), failed: false });
      else setSaid({ text: result?.error.message ?? "The portal did not answer. Choose the file again.", failed: true });
    });
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="Choose a CSV or JSON file of golden questions"
        onChange={(event) => {
          bring(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button type="button" variant="outline" disabled={pending} onClick={() => picker.current?.click()}>
        <FileUp aria-hidden />
        {pending ? "Reading…" : "Import"}
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button type="button" variant="outline">
            <Download aria-hidden />
            Export
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <a href={goldenApi(address, "/questions?format=csv")} download>
              As CSV, for a spreadsheet
            </a>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <a href={goldenApi(address, "/questions?format=json")} download>
              As JSON
            </a>
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {said !== null && (
        <p role={said.failed ? "alert" : "status"} className={`w-full text-sm break-words ${said.failed ? "text-destructive" : "text-muted-foreground"}`}>
          {said.text}
        </p>
      )}
    </>
  );
}

function wordsOf({ added, changed, unchanged, notices }: Imported): string {
  return [`${added} added, ${changed} changed, ${unchanged} as they were.`, ...notices].join(" ");
}
