"use client";

import { FolderUp, Upload } from "lucide-react";

import { FilePicker } from "@/components/documents/file-picker";
import { type Picked, pickedFiles } from "@/components/documents/picked-files";

/** The two ways to choose what to upload. */
export function UploadButtons({ onPicked }: { onPicked: (picked: Picked) => void }) {
  const take = (files: File[]) => onPicked(pickedFiles(files));
  return (
    <div className="flex flex-wrap gap-2">
      <FilePicker label="Files to upload" choice="files" onPicked={take}>
        <Upload aria-hidden />
        Upload files
      </FilePicker>
      <FilePicker label="Folder to upload" choice="folder" variant="outline" onPicked={take}>
        <FolderUp aria-hidden />
        Upload a folder
      </FilePicker>
    </div>
  );
}
