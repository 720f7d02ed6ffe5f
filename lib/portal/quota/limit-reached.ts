import { CitadelError } from "@/lib/platform/errors";
import type { Metric } from "@/lib/portal/quota/quota";

const COUNT = new Intl.NumberFormat("en-GB");

/** The refusal at a limit: what is used up, and what can be done. */
export function limitReached(metric: Metric, most: number): CitadelError {
  const count = COUNT.format(most);
  const sentences: Record<Metric, string> = {
    questions: `Your organisation has asked the ${count} questions of this month. More can be asked from the first of next month (UTC), or once your provider raises the limit.`,
    documents: `Your organisation may hold ${count} documents, and this would be one too many. Delete some, or ask your provider to raise the limit.`,
    bytes: `Your organisation may hold ${count} bytes of documents, and this would be too much. Delete some, or ask your provider to raise the limit.`,
    members: `Your organisation may have ${count} members, open invitations included. Remove somebody or withdraw an invitation, or ask your provider to raise the limit.`,
  };
  return new CitadelError("quota_reached", sentences[metric]);
}
