import { CircleAlert, ShieldCheck } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { formatCount, formatTime } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SignedProof } from "@/lib/portal/isolation/signed-proof";

const VERDICTS = { holds: { name: "The wall holds", variant: "success" }, leaks: { name: "Something came across", variant: "destructive" }, void: { name: "Nothing was proven", variant: "warning" } } as const;

/** Where the code alone says too little. */
const NAMES: Readonly<Record<string, string>> = { token: "a random code", number: "a number", "table-name": "a name in a table", scan: "text in a scan" };

/** The newest proof of isolation: when, how much was tried, what came of it, and by whom it is signed. */
export function ProofSummary({ proof }: { proof: SignedProof | null }) {
  if (proof === null) {
    return (
      <p className="rounded-lg border border-dashed p-8 text-center text-muted-foreground">
        No proof was made yet. The first one runs within a few minutes of the start, then every few hours.
      </p>
    );
  }
  const { payload, signature } = proof;
  const { name, variant } = VERDICTS[payload.verdict];
  const Icon = payload.verdict === "holds" ? ShieldCheck : CircleAlert;
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2 className="flex flex-wrap items-center gap-2">
            <Icon aria-hidden className="size-5" />
            Last proven {formatTime(payload.finishedAt)}
            <Badge variant={variant}>{name}</Badge>
          </h2>
        </CardTitle>
        <CardDescription>
          {formatCount(payload.probes)} probes, {formatCount(payload.leaked)} leaks. {formatCount(payload.controls.tried)} positive controls,{" "}
          {payload.controls.missed.length === 0 ? "all found" : `not all found: ${payload.controls.missed.join(", ")}`}.
        </CardDescription>
      </CardHeader>
      <CardContent className="space-y-4">
        <Counts heading="Asked across by" counts={payload.byKind} />
        {payload.byMarker !== undefined && <Counts heading="Hidden in a document as" counts={payload.byMarker} />}
        <dl className="grid gap-1 text-sm sm:grid-cols-[10rem_1fr]">
          <dt className="text-muted-foreground">Engine</dt>
          <dd>{payload.engine}</dd>
          <dt className="text-muted-foreground">Signed by (Ed25519)</dt>
          <dd className="font-mono text-xs break-all">{signature.publicKey}</dd>
        </dl>
        <p className="text-sm text-muted-foreground">
          The signature says who made this report, and that it was not changed. What makes it true is that anybody with two projects can run the same prover against this server.
        </p>
      </CardContent>
    </Card>
  );
}

function Counts({ heading, counts }: { heading: string; counts: SignedProof["payload"]["byKind"] }) {
  return (
    <div className="rounded-lg border">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">{heading}</TableHead>
            <TableHead scope="col" className="text-right">
              Probes
            </TableHead>
            <TableHead scope="col" className="text-right">
              Leaks
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {Object.entries(counts).map(([kind, { probes, leaked }]) => (
            <TableRow key={kind}>
              <TableCell className="first-letter:uppercase">{NAMES[kind] ?? kind.replaceAll("-", " ")}</TableCell>
              <TableCell className="text-right tabular-nums">{formatCount(probes)}</TableCell>
              <TableCell className="text-right tabular-nums">{formatCount(leaked)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
