import Link from "next/link";

import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";
import { Button } from "@/components/ui/button";

/** What to do where there is no golden question yet. */
export function NoQuestions({ address, mayWrite }: { address: GoldenAddress; mayWrite: boolean }) {
  return (
    <div className="space-y-4 rounded-xl border border-dashed p-8 text-center">
      <div className="space-y-1">
        <p className="font-medium">No golden question yet</p>
        <p className="text-sm text-muted-foreground">
          {mayWrite
            ? "Take some that your documents suggest, add one by hand, or ask in the chat and save a good answer as expected."
            : "An admin of your organisation writes them."}
        </p>
      </div>
      {mayWrite && (
        <Button asChild variant="outline">
          <Link href={goldenPath(address, "/suggestions")}>See suggestions</Link>
        </Button>
      )}
    </div>
  );
}
