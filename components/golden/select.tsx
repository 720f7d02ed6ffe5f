import { Label } from "@/components/ui/label";

interface SelectProps {
  id: string;
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  /** Shown to those who hear the page only. */
  hideLabel?: boolean;
  onChoose: (value: string) => void;
}

/** The browser's own list of choices, with its label. */
export function Select({ id, label, value, choices, hideLabel = false, onChoose }: SelectProps) {
  return (
    <div className={hideLabel ? "" : "space-y-2"}>
      <Label htmlFor={id} className={hideLabel ? "sr-only" : undefined}>
        {label}
      </Label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="h-9 w-full rounded-md border border-input bg-background px-3 text-sm shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/60"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
