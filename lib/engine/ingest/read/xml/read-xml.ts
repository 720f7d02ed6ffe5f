import { Parser } from "htmlparser2";

import { tooLarge } from "@/lib/engine/ingest/document-error";
import type { XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** Bytes handed to the parser at a time; what is complete by then is passed on. */
const PIECE_BYTES = 65_536;

/** Elements deeper than this are no document that anybody wrote. */
const DEEPEST = 250;

/** The XML of a whole part as its root element, or undefined when there is none. Throws DocumentError `too_large` (nesting). */
export function readXml(bytes: Uint8Array | undefined): XmlElement | undefined {
  if (bytes === undefined) return undefined;
  for (const root of elementsIn(bytes, () => true)) return root;
  return undefined;
}

/**
 * The outermost elements of a part that are wanted by name, one after the other, so that a sheet of a million rows is
 * never held as a tree. Nothing outside of the part is ever looked at: no DTD, no entity of the file's own, no address.
 *
 * @throws DocumentError `too_large` for elements nested too deeply
 */
export function* elementsIn(bytes: Uint8Array, wanted: (name: string) => boolean): Generator<XmlElement> {
  const done: XmlElement[] = [];
  const open: XmlElement[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(fullName, attributes) {
        depth += 1;
        if (depth > DEEPEST) throw tooLarge("its parts are nested too deeply");
        const name = withoutPrefix(fullName);
        if (open.length > 0 || wanted(name)) open.push({ name, attributes, children: [] });
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
      onclosetag() {
        depth -= 1;
        const element = open.pop();
        if (element === undefined) return;
        const parent = open.at(-1);
        if (parent === undefined) done.push(element);
        else parent.children.push(element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (const text of piecesOf(bytes)) {
    parser.write(text);
    yield* done.splice(0);
  }
  parser.end();
  yield* done.splice(0);
}

function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
  yield decoder.decode();
}

/** Office programs write UTF-8; the standards allow UTF-16 with a byte order mark. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
