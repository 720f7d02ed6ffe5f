import { Field } from "@/components/auth/field";
import type { SourceDraft } from "@/components/connectors/source-draft";
import { NumberField } from "@/components/golden/number-field";
import { TextField } from "@/components/golden/text-field";

interface FieldsProps {
  draft: SourceDraft;
  /** What does not fit, by the field's last name. */
  wrong: (field: string) => string | undefined;
  onChange: (change: Partial<SourceDraft>) => void;
}

/** What a website is read by. */
export function WebsiteFields({ draft, wrong, onChange }: FieldsProps) {
  return (
    <>
      <Field
        name="start"
        type="url"
        label="Start address or sitemap"
        hint="Its links are followed on the same host. A sitemap’s pages are taken as they are listed."
        placeholder="https://docs.example.com/"
        autoComplete="off"
        required
        value={draft.start}
        error={wrong("start")}
        onChange={(event) => onChange({ start: event.target.value })}
      />
      <details className="rounded-lg border px-4 py-3">
        <summary className="cursor-pointer text-sm font-medium">Patterns and limits</summary>
        <div className="space-y-4 pt-4">
          <TextField name="include" label="Only these paths" hint="One a line, with * for anything: /handbook/*. Empty means all." rows={2} value={draft.include} error={wrong("include")} onChange={(include) => onChange({ include })} />
          <TextField name="exclude" label="Never these paths" hint="As above: /handbook/archive/*" rows={2} value={draft.exclude} error={wrong("exclude")} onChange={(exclude) => onChange({ exclude })} />
          <div className="grid gap-4 sm:grid-cols-3">
            <NumberField id="depth" label="Depth" unit="links" value={draft.depth} error={wrong("depth")} onChange={(depth) => onChange({ depth })} />
            <NumberField id="pages" label="At most" unit="pages" value={draft.pages} error={wrong("pages")} onChange={(pages) => onChange({ pages })} />
            <NumberField id="rate" label="Pace" unit="a second" value={draft.rate} error={wrong("rate")} onChange={(rate) => onChange({ rate })} />
          </div>
        </div>
      </details>
    </>
  );
}

/** What a bucket is read by. */
export function BucketFields({ draft, wrong, onChange, isNew }: FieldsProps & { isNew: boolean }) {
  const keep = isNew ? undefined : "Leave both empty to keep the key that is there.";
  return (
    <>
      <Field
        name="endpoint"
        type="url"
        label="Endpoint"
        hint="The address of the S3 service, without the bucket."
        placeholder="https://s3.eu-central-1.amazonaws.com"
        autoComplete="off"
        required
        value={draft.endpoint}
        error={wrong("endpoint")}
        onChange={(event) => onChange({ endpoint: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="bucket" label="Bucket" autoComplete="off" required value={draft.bucket} error={wrong("bucket")} onChange={(event) => onChange({ bucket: event.target.value })} />
        <Field name="region" label="Region" autoComplete="off" required value={draft.region} error={wrong("region")} onChange={(event) => onChange({ region: event.target.value })} />
      </div>
      <Field name="prefix" label="Prefix" hint="Only what begins with it, as in handbook/. Empty means all." autoComplete="off" value={draft.prefix} error={wrong("prefix")} onChange={(event) => onChange({ prefix: event.target.value })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="keyId" label="Key id" hint={keep} autoComplete="off" required={isNew} value={draft.keyId} error={wrong("keyId")} onChange={(event) => onChange({ keyId: event.target.value })} />
        <Field
          name="secret"
          type="password"
          label="Secret"
          hint="Sealed when it is saved, and never shown again."
          autoComplete="off"
          required={isNew}
          value={draft.secret}
          error={wrong("secret")}
          onChange={(event) => onChange({ secret: event.target.value })}
        />
      </div>
    </>
  );
}
