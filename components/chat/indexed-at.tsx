import { formatTime } from "@/components/ui/format";

/** How fresh an answer is: when the documents behind it were read last. */
export function IndexedAt({ time }: { time: string | null }) {
  return (
    <p className="text-xs text-muted-foreground">
      {time === null ? (
        "No document is indexed yet"
      ) : (
        <>
          Last indexed <time dateTime={time}>{formatTime(time)}</time>
        </>
      )}
    </p>
  );
}
