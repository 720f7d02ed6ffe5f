import { describe, expect, it } from "vitest";

import { CitadelError } from "@/lib/platform/errors";
import { type FileReceiver, readMultipart } from "@/lib/platform/http/read-multipart";

const discarded: string[] = [];
const receiver: FileReceiver<string> = {
  async receive(body) {
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    return Buffer.concat(parts).toString();
  },
  discard(received) {
    discarded.push(received);
    return Promise.resolve();
  },
};

const form = (...entries: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return new Request("http://host/", { method: "POST", body: data });
};
const raw = (body: string, type = "multipart/form-data; boundary=b") => new Request("http://host/", { method: "POST", body, headers: { "content-type": type } });
const notes = new File(["the notes"], "Grüße/notes.md");

describe("a multipart form", () => {
  it.each([
    ["before", [["name", "a/b.md"], ["file", notes]]],
    ["after", [["file", notes], ["name", "a/b.md"]]],
  ] satisfies [string, [string, string | File][]][])("is read with its fields %s the file", async (_where, entries) => {
    expect(await readMultipart(form(...entries), receiver)).toEqual({ fields: { name: "a/b.md" }, file: { name: "Grüße/notes.md", received: "the notes" } });
  });

  it("tells the receiver the file's name and the fields before it, and no later ones", async () => {
    const told: unknown[] = [];
    const asking: FileReceiver<string> = { ...receiver, receive: (body, soFar) => (told.push(soFar), receiver.receive(body, soFar)) };
    await readMultipart(form(["name", "a/b.md"], ["file", notes], ["late", "x"]), asking);
    expect(told).toEqual([{ fields: { name: "a/b.md" }, fileName: "Grüße/notes.md" }]);
  });

  it("may hold no file, or others that nobody asked for", async () => {
    expect((await readMultipart(form(), receiver)).file).toBeUndefined();
    expect((await readMultipart(form(["other", notes]), receiver)).file).toBeUndefined();
    expect((await readMultipart(form(["file", notes], ["file", new File(["second"], "x")]), receiver)).file?.received).toBe("the notes");
  });

  it.each([
    ["JSON", raw("{}", "application/json"), "validation_failed"],
    ["no boundary", raw("x", "multipart/form-data"), "validation_failed"],
    ["no form", raw("nonsense"), "malformed_request"],
    ["a form that breaks off in the file", raw('--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'), "malformed_request"],
  ])("refuses %s", async (_what, request, code) => {
    await expect(readMultipart(request, receiver)).rejects.toMatchObject({ code });
  });

  it("discards a file when the rest breaks off", async () => {
    const request = raw('--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nwhole\r\n--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nhal');
    await expect(readMultipart(request, receiver)).rejects.toMatchObject({ code: "malformed_request" });
    expect(discarded).toEqual(["whole"]);
  });

  it("passes on what the receiver throws", async () => {
    const full = new CitadelError("too_large", "Too large.");
    const refusing = { ...receiver, receive: () => Promise.reject(full) };
    const request = raw('--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nwhole\r\n--b--\r\n');
    await expect(readMultipart(request, refusing)).rejects.toBe(full);
  });
});
