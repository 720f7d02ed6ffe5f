import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

interface NumberFieldProps {
  id: string;
  label: string;
  unit: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A number with its unit. */
export function NumberField({ id, label, unit, value, error, onChange }: NumberFieldProps) {
  return (
    <div className="space-y-2">
      <Label htmlFor={id}>
        {label} <span className="sr-only">({unit})</span>
      </Label>
      <div className="flex items-center gap-2">
        <Input
          id={id}
          type="number"
          inputMode="numeric"
          required
          value={value}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-note`}
          onChange={(event) => onChange(event.target.value)}
          className="w-24"
        />
        <span aria-hidden className="text-sm text-muted-foreground">
          {unit}
        </span>
      </div>
      {error !== undefined && (
        <p id={`${id}-note`} className="text-sm text-destructive">
          {error}
        </p>
      )}
    </div>
  );
}
