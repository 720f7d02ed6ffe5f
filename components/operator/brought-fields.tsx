import { Field } from "@/components/auth/field";

interface BroughtFieldsProps {
  row: number;
  /** Its place among the projects, as the server counts them. */
  place: number;
  id: string;
  secret: string;
  wrong: (path: string) => string | undefined;
  onChange: (changed: { engineProjectId?: string; engineKey?: string }) => void;
}

/** A project that the engine has already, to be brought along instead of a new one. */
export function BroughtFields({ row, place, id, secret, wrong, onChange }: BroughtFieldsProps) {
  const [idFault, keyFault] = [wrong(`projects.${place}.engineProject.id`), wrong(`projects.${place}.engineProject.key`)];
  return (
    <details className="w-full" open={idFault !== undefined || keyFault !== undefined ? true : undefined}>
      <summary className="cursor-pointer text-sm text-muted-foreground">Bring along a project that the engine has already</summary>
      <div className="grid gap-3 pt-3 sm:grid-cols-2">
        <Field name={`engine-project-${row}`} label="Its id" placeholder="prj_…" autoComplete="off" required={secret !== ""} value={id} error={idFault} onChange={(event) => onChange({ engineProjectId: event.target.value })} />
        <Field
          name={`engine-key-${row}`}
          type="password"
          label="A key to it"
          placeholder="sk_live_…"
          hint="It is tried, sealed, and shown by its beginning only."
          autoComplete="off"
          required={id !== ""}
          value={secret}
          error={keyFault}
          onChange={(event) => onChange({ engineKey: event.target.value })}
        />
      </div>
    </details>
  );
}
