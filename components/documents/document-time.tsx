import { formatDay } from "@/components/operator/format";

const MINUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** The day of an ISO 8601 time, with the minute for those who point at it; a dash for a time that has not come. */
export function DocumentTime({ time }: { time: string | null }) {
  if (time === null) return <span className="text-muted-foreground">–</span>;
  return (
    <time dateTime={time} title={`${MINUTE.format(new Date(time))} UTC`} className="whitespace-nowrap">
      {formatDay(time)}
    </time>
  );
}
