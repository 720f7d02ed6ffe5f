import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { ReIndexingLine } from "@/components/operator/re-indexing-line";

it("says how far it is, and that nobody has to wait for it", () => {
  const text = renderToStaticMarkup(<ReIndexingLine model="large-3" projects={1_040} projectsDone={37} percent={61} />).replace(/<[^>]+>/g, "");
  expect(text).toBe("Search moves to the embedding model “large-3”: 37 of 1,040 projects are done, and 61 % of what is left. Questions are answered all the time.");
});
