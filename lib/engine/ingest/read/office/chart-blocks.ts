import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { tableRows } from "@/lib/engine/ingest/read/table-rows";
import { childOf, childrenOf, descendantsOf, textIn, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";

/** The title of a chart (ECMA-376 part 1, 21.2), empty when it has none of its own. */
export function chartTitle(chartSpace: XmlElement | undefined): string {
  return titleOf(childOf(chartSpace, "chart"));
}

/** A chart as text: its title, the names of its axes, and its numbers as a table of the values it was drawn from. */
export function* chartBlocks(chartSpace: XmlElement | undefined): Generator<DraftBlock> {
  const title = chartTitle(chartSpace);
  if (title !== "") yield { kind: "paragraph", text: title };
  const plot = childOf(childOf(chartSpace, "chart"), "plotArea");
  const axes = childrenOf(plot).filter(({ name }) => name.endsWith("Ax")).map(titleOf).filter((text) => text !== "");
  if (axes.length > 0) yield { kind: "paragraph", text: axes.join(" | ") };
  const series = [...descendantsOf(plot, "ser")];
  const categories = pointsOf(childOf(series[0], "cat") ?? childOf(series[0], "xVal"));
  const names = series.map((one) => foldSpaces([...pointsOf(childOf(one, "tx")).values()].join(" ")));
  const values = series.map((one) => pointsOf(childOf(one, "val") ?? childOf(one, "yVal")));
  const length = Math.max(0, ...[categories, ...values].flatMap((points) => [...points.keys()]).map((index) => index + 1));
  const rows = Array.from({ length }, (_, index) => [categories.get(index) ?? "", ...values.map((points) => points.get(index) ?? "")]);
  yield* tableRows([["", ...names], ...rows], 1);
}

function titleOf(element: XmlElement | undefined): string {
  const title = childOf(element, "title");
  return foldSpaces([...descendantsOf(title, "p")].map((paragraph) => [...descendantsOf(paragraph, "t")].map(textIn).join("")).join(" "));
}

/** The points that a chart keeps of the cells it refers to, by their place. */
function pointsOf(reference: XmlElement | undefined): Map<number, string> {
  const points = new Map<number, string>();
  for (const point of descendantsOf(reference, "pt")) {
    const index = Number(point.attributes["idx"] ?? 0);
    if (index < 10_000) points.set(index, foldSpaces(textIn(childOf(point, "v"))));
  }
  if (points.size === 0 && reference !== undefined) {
    const literal = foldSpaces(textIn(childOf(reference, "v")));
    if (literal !== "") points.set(0, literal);
  }
  return points;
}
