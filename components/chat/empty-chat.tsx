import { CornerDownLeft } from "lucide-react";
import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";

interface EmptyChatProps {
  address: ProjectAddress;
  /** Questions to begin with; there may be none. */
  examples: readonly string[];
  /** The address names a conversation whose text is not kept in this tab. */
  continues: boolean;
  /** The session that was used last in this tab. */
  lastSession: string | null;
  onAsk: (question: string) => void;
}

/** Before the first question: what one can ask, and the way back to an earlier conversation. */
export function EmptyChat({ address, examples, continues, lastSession, onAsk }: EmptyChatProps) {
  return (
    <div className="my-auto space-y-8">
      <div className="space-y-2">
        <h2 className="text-lg font-semibold text-balance">What would you like to know?</h2>
        <p className="max-w-prose text-sm text-muted-foreground">
          {continues
            ? "The earlier questions of this conversation are kept in the tab they were asked in. You can ask on here, or begin a new conversation."
            : "Ask in your own words. Every answer names the passages it rests on, and a click opens them. What your documents do not say is not answered."}
        </p>
      </div>
      {examples.length > 0 && !continues && (
        <ul aria-label="Examples" className="divide-y overflow-hidden rounded-lg border">
          {examples.map((example) => (
            <li key={example}>
              <button
                type="button"
                onClick={() => onAsk(example)}
                className="flex w-full items-center justify-between gap-3 p-3 text-left text-sm outline-none hover:bg-muted/60 focus-visible:bg-muted/60 focus-visible:inset-ring-2 focus-visible:inset-ring-ring"
              >
                <span className="min-w-0 break-words">{example}</span>
                <CornerDownLeft aria-hidden className="size-4 shrink-0 text-muted-foreground" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {lastSession !== null && !continues && (
        <p className="text-sm">
          <Link
            href={`${projectPath(address, "chat")}?session=${encodeURIComponent(lastSession)}`}
            className="text-muted-foreground underline underline-offset-4 hover:text-foreground"
          >
            Back to your last conversation
          </Link>
        </p>
      )}
    </div>
  );
}
