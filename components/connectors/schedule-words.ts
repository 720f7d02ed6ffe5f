/** How often a source is looked at, by its minutes. */
export const SCHEDULE_WORDS: Readonly<Record<string, string>> = {
  null: "When asked, or by webhook",
  15: "Every 15 minutes",
  60: "Every hour",
  360: "Every 6 hours",
  1440: "Every day",
  10080: "Every week",
};
