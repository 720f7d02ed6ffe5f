import { FlaskConical } from "lucide-react";
import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";

/** For those who may try the chat before it is switched on: nobody else can ask yet. */
export function TrialNotice({ address }: { address: ProjectAddress }) {
  return (
    <div className="mt-4 flex gap-2.5 rounded-lg border bg-muted/50 p-3 text-sm">
      <FlaskConical aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <p>
        <span className="font-medium">Test chat.</span>{" "}
        <span className="text-muted-foreground">
          End users cannot ask yet. Save good answers as expected, run them as{" "}
          <Link href={projectPath(address, "golden")} className="text-foreground underline underline-offset-4">
            golden questions
          </Link>
          , and switch it on there.
        </span>
      </p>
    </div>
  );
}
