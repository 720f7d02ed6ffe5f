"use client";

import { type ComponentProps, useRef } from "react";

import { Button } from "@/components/ui/button";

interface FilePickerProps extends Pick<ComponentProps<typeof Button>, "variant" | "children"> {
  /** Names the hidden input, for tools that fill it. */
  label: string;
  /** What may be chosen: one file, several, or a folder with all that is in it. */
  choice?: "file" | "files" | "folder";
  onPicked: (files: File[]) => void;
}

/** A button that opens the browser's own chooser. */
export function FilePicker({ label, choice = "file", onPicked, ...button }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={(element) => {
          input.current = element;
          // React has no property of that name.
          if (element !== null) element.webkitdirectory = choice === "folder";
        }}
        type="file"
        hidden
        aria-label={label}
        multiple={choice !== "file"}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that the same file can be chosen again.
          event.target.value = "";
          if (files.length > 0) onPicked(files);
        }}
      />
      <Button type="button" {...button} onClick={() => input.current?.click()} />
    </>
  );
}
