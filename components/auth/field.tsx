import type { ComponentProps } from "react";

import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

interface FieldProps extends Omit<ComponentProps<typeof Input>, "id"> {
  /** Also the input's id. */
  name: string;
  label: string;
  /** A sentence below the input. */
  hint?: string | undefined;
  /** What does not fit; replaces the hint and is read out with the input. */
  error?: string | undefined;
}

/** An input with its label, and a hint or an error that belongs to it. */
export function Field({ name, label, hint, error, ...input }: FieldProps) {
  const note = error ?? hint;
  return (
    <div className="space-y-2">
      <Label htmlFor={name}>{label}</Label>
      <Input id={name} name={name} aria-invalid={error !== undefined} aria-describedby={note === undefined ? undefined : `${name}-note`} {...input} />
      {note !== undefined && (
        <p id={`${name}-note`} className={error === undefined ? "text-sm text-muted-foreground" : "text-sm text-destructive"}>
          {note}
        </p>
      )}
    </div>
  );
}
