import { FlaskConical } from "lucide-react";
import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";

/** For those who may try the chat before it is switched on: nobody else can ask yet. */
export function TrialNotice({ address }: { address: ProjectAddress }) {
  return (
    <Alert variant="info" role="note" className="mt-4">
      <FlaskConical aria-hidden />
      <AlertTitle>Test chat: end users cannot ask yet</AlertTitle>
      <AlertDescription>
        <p>
          Save good answers as expected, run them as{" "}
          <Link href={projectPath(address, "golden")} className="font-medium underline underline-offset-4">
            golden questions
          </Link>
          , and switch it on there.
        </p>
      </AlertDescription>
    </Alert>
  );
}
