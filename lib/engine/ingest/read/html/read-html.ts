import { decodeHtml } from "@/lib/engine/ingest/read/html/decode-html";
import { blocksOfHtml } from "@/lib/engine/ingest/read/html/html-blocks";
import { mainContent } from "@/lib/engine/ingest/read/html/main-content";
import { parseHtml } from "@/lib/engine/ingest/read/html/parse-html";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { Reader } from "@/lib/engine/ingest/read/reader";

/** A web page: the main content without navigation, scripts and hidden parts. Nothing is run and nothing fetched. */
export const readHtml: Reader = (bytes) => flowPages(blocksOfHtml(mainContent(parseHtml(decodeHtml(bytes)))));
