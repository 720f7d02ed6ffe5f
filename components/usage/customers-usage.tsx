import { formatBytes, formatCount } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type ChangeLimits, LimitsDialog } from "@/components/usage/limits-dialog";
import { formatLimit, LIMIT_WORDS } from "@/components/usage/limits";
import { formatMs } from "@/components/usage/shown-day";
import type { Quota } from "@/lib/portal/quota/quota";
import type { ProjectMonth } from "@/lib/portal/usage/month-of-usage";

/** A customer with what its projects used in a month. */
export interface CustomerUsage {
  id: string;
  limits: Quota;
  projects: readonly ProjectMonth[];
}

const COLUMNS: readonly { name: string; show: (used: ProjectMonth) => string; className?: string }[] = [
  { name: "Questions", show: (used) => formatCount(used.questions) },
  { name: "Refused", show: (used) => formatCount(used.refused), className: "max-sm:hidden" },
  { name: "People", show: (used) => formatCount(used.people) },
  { name: "95 % within", show: (used) => formatMs(used.p95Ms), className: "max-md:hidden" },
  { name: "Documents", show: (used) => formatCount(used.documents), className: "max-md:hidden" },
  { name: "Pages", show: (used) => formatCount(used.pages), className: "max-lg:hidden" },
  { name: "Size", show: (used) => formatBytes(used.bytes), className: "max-sm:hidden" },
  { name: "Tokens", show: (used) => formatCount(used.tokens), className: "max-lg:hidden" },
];
const METRICS = ["questions", "documents", "bytes", "members"] as const;

/** All customers' usage, with each one's limits. */
export function CustomersUsage({ customers, change }: { customers: readonly CustomerUsage[]; change: ChangeLimits }) {
  if (customers.length === 0) return <p className="rounded-lg border border-dashed p-8 text-center text-muted-foreground">There is no customer yet.</p>;
  return (
    <div className="overflow-hidden rounded-lg border">
      <Table>
        <caption className="sr-only">What each customer used, project by project</caption>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">Project</TableHead>
            {COLUMNS.map(({ name, className = "" }) => (
              <TableHead key={name} scope="col" className={`text-right ${className}`}>
                {name}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        {customers.map((customer) => (
          <Rows key={customer.id} customer={customer} change={change} />
        ))}
      </Table>
    </div>
  );
}

function Rows({ customer: { id, limits, projects }, change }: { customer: CustomerUsage; change: ChangeLimits }) {
  const name = projects[0]?.customerName ?? "";
  return (
    <TableBody className="border-b last:border-b-0">
      <TableRow className="bg-muted/50">
        <TableHead scope="rowgroup" colSpan={COLUMNS.length + 1} className="h-auto py-2.5 whitespace-normal">
          <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>
              <span className="font-semibold text-foreground">{name}</span> <span className="text-sm font-normal text-muted-foreground">{limitsLine(limits)}</span>
            </span>
            <LimitsDialog organisationId={id} name={name} limits={limits} change={change} />
          </span>
        </TableHead>
      </TableRow>
      {projects.map((used) => (
        <TableRow key={used.projectId}>
          <TableCell className="whitespace-normal">{used.projectName}</TableCell>
          {COLUMNS.map(({ name: column, show, className = "" }) => (
            <TableCell key={column} className={`text-right tabular-nums ${className}`}>
              {show(used)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </TableBody>
  );
}

function limitsLine(limits: Quota): string {
  const parts = METRICS.flatMap((metric) => {
    const most = limits[metric];
    return most === null ? [] : [`${LIMIT_WORDS[metric].toLowerCase()}: ${formatLimit(metric, most)}`];
  });
  return parts.length === 0 ? "without limits" : parts.join(" · ");
}
