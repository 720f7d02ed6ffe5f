import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { Sources } from "@/components/chat/sources";
import type { ChatAnswer } from "@/lib/engine/contract";

interface RefusalProps {
  answer: ChatAnswer;
  address: ProjectAddress;
  /** Whether the person may add documents. */
  mayWrite: boolean;
}

/** No answer, in plain words, with the nearest passages to look at. */
export function Refusal({ answer: { answer, closest = [] }, address, mayWrite }: RefusalProps) {
  return (
    <>
      <div className="space-y-1">
        <p className="leading-relaxed font-medium">{answer}</p>
        <p className="text-sm text-muted-foreground">
          {mayWrite ? (
            <>
              Ask in other words, or{" "}
              <Link href={projectPath(address, "documents")} className="text-foreground underline underline-offset-4">
                add a document
              </Link>{" "}
              that answers it.
            </>
          ) : (
            "Ask in other words, or ask the people who look after your documents to add one that answers it."
          )}
        </p>
      </div>
      {closest.length > 0 && <Sources title="The nearest passages in your documents" citations={closest} numbered={false} address={address} />}
    </>
  );
}
