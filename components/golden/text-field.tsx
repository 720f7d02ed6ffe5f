import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";

interface TextFieldProps {
  /** Also the field's id. */
  name: string;
  label: string;
  hint: string;
  /** What does not fit; replaces the hint. */
  error?: string | undefined;
  rows: number;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** Several lines of text with their label, and a hint or an error that belongs to them. */
export function TextField({ name, label, hint, error, onChange, ...field }: TextFieldProps) {
  return (
    <div className="space-y-2">
      <Label htmlFor={name}>{label}</Label>
      <Textarea
        id={name}
        name={name}
        aria-invalid={error !== undefined}
        aria-describedby={`${name}-note`}
        onChange={(event) => onChange(event.target.value)}
        {...field}
      />
      <p id={`${name}-note`} className={error === undefined ? "text-sm text-muted-foreground" : "text-sm text-destructive"}>
        {error ?? hint}
      </p>
    </div>
  );
}
