import { parseHTML } from "linkedom";

/** What never holds text for a reader, or only text that is not shown. */
const UNREAD = "script, style, template, noscript, iframe, frame, object, embed, applet, svg, math annotation, canvas, audio, video, head > *:not(title), input, select, textarea, button, [hidden], dialog:not([open])";

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)/i;

/** Parses HTML into a document without anything that is not shown. Scripts are never run, resources never loaded. */
export function parseHtml(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  for (const element of document.querySelectorAll(UNREAD)) element.remove();
  for (const element of document.querySelectorAll("[style]")) {
    if (HIDDEN_STYLE.test(element.getAttribute("style") ?? "")) element.remove();
  }
  return document;
}
