import { Badge } from "@/components/ui/badge";

const LABELS: Record<string, string> = { production: "Production", staging: "Staging", development: "Development" };

/** What a project is for. */
export function EnvironmentBadge({ environment }: { environment: string }) {
  return <Badge variant={environment === "production" ? "secondary" : "outline"}>{LABELS[environment] ?? environment}</Badge>;
}
