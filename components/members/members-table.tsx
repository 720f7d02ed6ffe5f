import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Member } from "@/lib/portal/members/list-members";

interface MembersTableProps {
  members: readonly Member[];
  /** The memberships one may end. */
  removable: readonly string[];
  ownPersonId: string;
  remove: Confirmed;
  erase: Confirmed;
  /** Where a member's data is downloaded; the membership's id follows. */
  exportAddress: string;
}

/** The organisation's people with their roles. */
export function MembersTable({ members, removable, ownPersonId, remove, erase, exportAddress }: MembersTableProps) {
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
                  <div className="flex flex-wrap justify-end gap-1">
                    <Button asChild variant="ghost" size="sm">
                      <a href={`${exportAddress}${id}`} download>
                        Export<span className="sr-only"> the data of {name}</span>
                      </a>
                    </Button>
                    <ConfirmedButton id={id} label="Remove" subject={name} question={`Remove ${name}?`} consequence="They lose access at once. You can invite them again." act={remove} />
                    {personId !== ownPersonId && (
                      <ConfirmedButton
                        id={id}
                        label="Erase"
                        subject={name}
                        question={`Erase ${name}?`}
                        consequence="They lose access at once, their conversations are nobody’s from then on, their votes and notes go, and so does their account unless they belong elsewhere. This cannot be undone."
                        act={erase}
                      />
                    )}
                  </div>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
