import { ShieldAlert } from "lucide-react";

import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";

/** Says that keys open the project which nobody has issued through this portal, and what to do. */
export function UnknownKeys({ count }: { count: number }) {
  return (
    <Alert variant="destructive">
      <ShieldAlert aria-hidden />
      <AlertTitle>{count === 1 ? "One key was not issued by this portal" : `${count} keys were not issued by this portal`}</AlertTitle>
      <AlertDescription>Ask who looks after the document engine whether it is theirs. If nobody knows it, revoke it: it can read this project’s documents.</AlertDescription>
    </Alert>
  );
}
