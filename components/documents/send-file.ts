import { addressOf } from "@/components/documents/documents-api";
import { failureOf, jsonOf, RequestFailure, UNREACHED } from "@/components/documents/request-failure";
import type { PickedFile } from "@/components/documents/upload-item";
import { documentSchema, type EngineDocument } from "@/lib/engine/contract";

/** A file that was taken in; `created` is false when the same bytes were there already. */
export interface Stored {
  document: EngineDocument;
  created: boolean;
}

/** A file on its way out. `stored` rejects with {@link RequestFailure}; after `cancel` it never settles. */
export interface Sending {
  stored: Promise<Stored>;
  cancel: () => void;
}

/** Sends a file; `onSent` is told how many bytes of it have gone out. */
export type SendFile = (picked: PickedFile, onSent: (bytes: number) => void) => Sending;

/** Sends files to a project's documents (`/t/{org}/{project}/api/documents`). XMLHttpRequest, since fetch tells nothing of what has gone out. */
export function sendFileTo(address: string): SendFile {
  return (picked, onSent) => {
    const request = new XMLHttpRequest();
    const stored = new Promise<Stored>((resolve, reject) => {
      request.addEventListener("error", () => reject(new RequestFailure(UNREACHED)));
      request.addEventListener("load", () => {
        const document = documentSchema.safeParse(jsonOf(request.responseText)).data;
        if (request.status < 300 && document !== undefined) resolve({ document, created: isNew(picked, request.status, document) });
        else reject(failureOf(request.responseText, request.getResponseHeader("retry-after")));
      });
    });
    request.upload.addEventListener("progress", ({ loaded }) => onSent(Math.min(loaded, picked.file.size)));
    if (picked.replaces === undefined) request.open("POST", address);
    else request.open("PUT", addressOf(address, picked.replaces.id));
    request.send(formOf(picked));
    return { stored, cancel: () => request.abort() };
  };
}

/** The name stands before the file: the server wants to know it when the file begins. */
function formOf({ file, name, replaces }: PickedFile): FormData {
  const form = new FormData();
  if (replaces === undefined) form.append("name", name);
  form.append("file", file);
  return form;
}

function isNew({ replaces }: PickedFile, status: number, { version }: EngineDocument): boolean {
  return replaces === undefined ? status !== 200 : version > replaces.version;
}
