import { formatDay, formatTime } from "@/components/ui/format";

/** The day of an ISO 8601 time, with the minute for those who point at it; a dash for a time that has not come. */
export function DocumentTime({ time }: { time: string | null }) {
  if (time === null) return <span className="text-muted-foreground">–</span>;
  return (
    <time dateTime={time} title={formatTime(time)} className="whitespace-nowrap">
      {formatDay(time)}
    </time>
  );
}
