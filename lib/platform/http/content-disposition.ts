/**
 * A Content-Disposition that saves under the given name: a plain ASCII form for old clients, and the whole name in UTF-8
 * (RFC 6266, RFC 8187). Only the part after the last slash names the file.
 */
export function attachment(name: string): string {
  const fileName = name.slice(name.lastIndexOf("/") + 1).toWellFormed();
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The file name in such a header; undefined when there is none that can be read. */
export function fileNameOf(header: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(header ?? "")?.[1];
  const plain = /filename="([^"]*)"/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return plain;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return plain;
  }
}
