/** The fields of the log's filter as they stand in a page's address, and what they ask for. */
export interface AskedFilter {
  /** As the form shows them again. */
  shown: Record<string, string>;
  /** For `auditFilter` and for the export's address. */
  filter: Record<string, string>;
}

/** Reads the form's fields: `what` is an area or an action, `who` a person's id, `from` and `until` days (UTC), both included. */
export function filterIn(asked: Readonly<Record<string, string | string[] | undefined>>): AskedFilter {
  const shown: Record<string, string> = {};
  for (const name of ["what", "who", "from", "until"]) {
    const value = asked[name];
    if (typeof value === "string" && value !== "") shown[name] = value;
  }
  // Older addresses name an area so.
  if (shown.what === undefined && typeof asked.area === "string" && asked.area !== "") shown.what = asked.area;
  const { what, who, from, until } = shown;
  return {
    shown,
    filter: {
      ...(what === undefined ? {} : what.includes(".") ? { action: what } : { area: what }),
      ...(who === undefined ? {} : { actorId: who }),
      ...(from === undefined ? {} : { from: `${from}T00:00:00.000Z` }),
      ...(until === undefined ? {} : { until: `${until}T23:59:59.999Z` }),
    },
  };
}
