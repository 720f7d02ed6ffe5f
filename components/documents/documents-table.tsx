import type { DocumentActions } from "@/components/documents/document-menu";
import { DocumentRow } from "@/components/documents/document-row";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { EngineDocument } from "@/lib/engine/contract";

/** The project whose documents they are, by the slugs of its address. */
export interface ProjectAddress {
  org: string;
  project: string;
}

interface DocumentsTableProps {
  documents: readonly EngineDocument[];
  address: ProjectAddress;
  /** Null for those who may only read. */
  actions: DocumentActions | null;
}

/** The documents with what is known of them; narrow screens show it below the name instead of in columns. */
export function DocumentsTable({ documents, address, actions }: DocumentsTableProps) {
  return (
    <div className="overflow-hidden rounded-lg border">
      <Table>
        <caption className="sr-only">Documents, the newest first</caption>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">Name</TableHead>
            <TableHead scope="col" className="px-3 max-sm:hidden">
              Status
            </TableHead>
            <TableHead scope="col" className="px-3 max-lg:hidden">
              Type
            </TableHead>
            <TableHead scope="col" className="px-3 text-right max-lg:hidden">
              Size
            </TableHead>
            <TableHead scope="col" className="px-3 text-right max-lg:hidden">
              Pages
            </TableHead>
            <TableHead scope="col" className="px-3 text-right max-lg:hidden">
              Version
            </TableHead>
            <TableHead scope="col" className="px-3 max-md:hidden">
              Last indexed
            </TableHead>
            <TableHead scope="col" className="px-3 max-xl:hidden">
              Uploaded
            </TableHead>
            <TableHead scope="col">
              <span className="sr-only">Actions</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} address={address} actions={actions} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
