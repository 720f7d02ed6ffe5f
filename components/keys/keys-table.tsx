import { moment, originWords, stateWords } from "@/components/keys/key-words";
import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListedKey } from "@/lib/portal/keys/list-keys";

interface KeysTableProps {
  keys: readonly ListedKey[];
  /** Null for who may only look. */
  revoke: Confirmed | null;
}

/** Every key the project ever had, with how it stands. */
export function KeysTable({ keys, revoke }: KeysTableProps) {
  return (
    <section aria-labelledby="all-keys" className="space-y-3">
      <h2 id="all-keys" className="text-lg font-semibold">
        All keys
      </h2>
      <div className="overflow-x-auto rounded-lg border">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead scope="col">Key</TableHead>
              <TableHead scope="col" className="max-sm:hidden">Created</TableHead>
              <TableHead scope="col" className="max-sm:hidden">Last used</TableHead>
              <TableHead scope="col">Valid</TableHead>
              <TableHead scope="col">
                <span className="sr-only">Revoke</span>
              </TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {keys.map((key) => (
              <Row key={key.id} listed={key} revoke={revoke} />
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

function Row({ listed, revoke }: { listed: ListedKey; revoke: Confirmed | null }) {
  const { id, prefix, name, createdAt, lastUsedAt, origin, state } = listed;
  const shown = name ?? "Unnamed";
  return (
    <TableRow className={state === "active" ? undefined : "text-muted-foreground"}>
      <TableCell className="whitespace-normal">
        <span className="font-medium wrap-anywhere">{shown}</span>
        <span className="block font-mono text-xs text-muted-foreground">{prefix}…</span>
        <Badge variant={origin === "unknown" && state === "active" ? "destructive" : "secondary"} className="mt-1.5 whitespace-normal">
          {originWords(listed)}
        </Badge>
      </TableCell>
      <TableCell className="whitespace-normal max-sm:hidden">{moment(createdAt)}</TableCell>
      <TableCell className="whitespace-normal max-sm:hidden">{lastUsedAt === null ? "Never" : moment(lastUsedAt)}</TableCell>
      <TableCell className="whitespace-normal">
        {stateWords(listed)}
        <span className="mt-1 block text-xs text-muted-foreground sm:hidden">{lastUsedAt === null ? "Never used" : `Used ${moment(lastUsedAt)}`}</span>
      </TableCell>
      <TableCell className="text-right whitespace-normal">
        {revoke !== null && state === "active" && origin !== "portal" && (
          <ConfirmedButton
            id={id}
            label="Revoke"
            subject={`the key ${shown}`}
            question={`Revoke ${shown}?`}
            consequence="Whatever uses it is refused at once. This cannot be undone; you can issue a new key."
            act={revoke}
          />
        )}
      </TableCell>
    </TableRow>
  );
}
