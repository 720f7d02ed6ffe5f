import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Member } from "@/lib/portal/members/list-members";

interface MembersTableProps {
  members: readonly Member[];
  /** The memberships one may end. */
  removable: readonly string[];
  ownPersonId: string;
  remove: Confirmed;
}

/** The organisation's people with their roles. */
export function MembersTable({ members, removable, ownPersonId, remove }: MembersTableProps) {
  return (
    <div className="overflow-x-auto rounded-lg border">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">Person</TableHead>
            <TableHead scope="col" className="max-sm:hidden">Role</TableHead>
            <TableHead scope="col">
              <span className="sr-only">Remove</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {members.map(({ id, personId, name, email, role }) => (
            <TableRow key={id}>
              <TableCell className="whitespace-normal">
                <span className="font-medium">
                  {name}
                  {personId === ownPersonId && <span className="font-normal text-muted-foreground"> (you)</span>}
                </span>
                <span className="block text-sm wrap-anywhere text-muted-foreground">{email}</span>
                <Badge variant="secondary" className="mt-1.5 capitalize sm:hidden">
                  {role}
                </Badge>
              </TableCell>
              <TableCell className="max-sm:hidden">
                <Badge variant="secondary" className="capitalize">
                  {role}
                </Badge>
              </TableCell>
              <TableCell className="text-right whitespace-normal">
                {removable.includes(id) && (
                  <ConfirmedButton id={id} label="Remove" subject={name} question={`Remove ${name}?`} consequence="They lose access at once. You can invite them again." act={remove} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
