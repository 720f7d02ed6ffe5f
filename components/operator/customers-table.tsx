import { formatBytes, formatCount, formatDay } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Customer, CustomerProject } from "@/lib/portal/operators/list-customers";

/** Every customer with the engine's counts for each of its projects. */
export function CustomersTable({ customers }: { customers: readonly Customer[] }) {
  if (customers.length === 0) {
    return (
      <p className="rounded-lg border border-dashed p-8 text-center text-muted-foreground">There is no customer yet. Start with “New customer”.</p>
    );
  }
  return (
    <div className="overflow-hidden rounded-lg border">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">Project</TableHead>
            <TableHead scope="col" className="text-right">
              Documents
            </TableHead>
            <TableHead scope="col" className="text-right max-sm:hidden">
              Chunks
            </TableHead>
            <TableHead scope="col" className="text-right">
              Size
            </TableHead>
          </TableRow>
        </TableHeader>
        {customers.map((customer) => (
          <CustomerRows key={customer.id} customer={customer} />
        ))}
      </Table>
    </div>
  );
}

function CustomerRows({ customer: { name, slug, status, createdAt, projects } }: { customer: Customer }) {
  return (
    <TableBody className="border-b last:border-b-0">
      <TableRow className="bg-muted/50">
        <TableHead scope="rowgroup" colSpan={4} className="h-auto py-2.5 whitespace-normal">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold text-foreground">{name}</span>
            {status !== "active" && <Badge variant="secondary">{status}</Badge>}
            <span className="text-sm font-normal text-muted-foreground">
              {slug} · since {formatDay(createdAt)}
            </span>
          </span>
        </TableHead>
      </TableRow>
      {projects.length === 0 ? (
        <TableRow>
          <TableCell colSpan={4} className="text-muted-foreground">
            No project
          </TableCell>
        </TableRow>
      ) : (
        projects.map((project) => <ProjectRow key={project.id} project={project} />)
      )}
    </TableBody>
  );
}

function ProjectRow({ project: { name, totals } }: { project: CustomerProject }) {
  return (
    <TableRow>
      <TableCell className="whitespace-normal">{name}</TableCell>
      {totals.state === "counted" ? (
        <>
          <TableCell className="text-right tabular-nums">{formatCount(totals.documents)}</TableCell>
          <TableCell className="text-right tabular-nums max-sm:hidden">{formatCount(totals.chunks)}</TableCell>
          <TableCell className="text-right tabular-nums">{formatBytes(totals.bytes)}</TableCell>
        </>
      ) : (
        <TableCell colSpan={3} className="text-right whitespace-normal text-muted-foreground">
          {totals.state === "absent" ? "Deleted in the engine" : "The engine does not answer"}
        </TableCell>
      )}
    </TableRow>
  );
}
