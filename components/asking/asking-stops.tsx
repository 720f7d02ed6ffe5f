import { StopButton } from "@/components/asking/stop-button";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { ProjectAsking } from "@/lib/portal/operators/stop-asking";

interface AskingStopsProps {
  projects: readonly ProjectAsking[];
  stop: (input: { organisationId: string; projectId: string; stop: boolean }) => Promise<ActionResult<unknown>>;
}

/** Every project with whether its end users may ask, and the switch that stops it. */
export function AskingStops({ projects, stop }: AskingStopsProps) {
  if (projects.length === 0) return <p className="rounded-xl border border-dashed p-8 text-center text-sm text-muted-foreground">There is no project yet.</p>;
  return (
    <div className="overflow-hidden rounded-xl border bg-card">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">Project</TableHead>
            <TableHead scope="col">Ask your docs</TableHead>
            <TableHead scope="col">
              <span className="sr-only">Stop</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {projects.map((project) => (
            <TableRow key={project.projectId}>
              <TableCell className="whitespace-normal">
                <span className="font-medium break-words">{project.organisationName}</span>
                <span className="block text-sm text-muted-foreground">{project.projectName}</span>
              </TableCell>
              <TableCell>
                <StateBadge project={project} />
              </TableCell>
              <TableCell className="text-right">
                <StopButton project={project} stop={stop} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function StateBadge({ project: { enabled, stoppedAt } }: { project: ProjectAsking }) {
  if (stoppedAt !== null) return <Badge variant="destructive">Stopped</Badge>;
  return enabled ? <Badge variant="success">On</Badge> : <Badge variant="secondary">Off</Badge>;
}
