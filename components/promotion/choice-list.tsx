"use client";

/** Something that can be chosen. */
export interface Choice {
  id: string;
  label: string;
}

interface ChoiceListProps {
  legend: string;
  /** Said when there is nothing to choose. */
  none: string;
  choices: readonly Choice[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Boxes to tick, with one for all of them. */
export function ChoiceList({ legend, none, choices, chosen, onChoose }: ChoiceListProps) {
  const all = choices.length > 0 && chosen.size === choices.length;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="text-sm font-medium">{legend}</legend>
      {choices.length === 0 ? (
        <p className="rounded-lg border border-dashed p-4 text-sm text-muted-foreground">{none}</p>
      ) : (
        <div className="divide-y rounded-lg border">
          <label className="flex items-center gap-3 px-3 py-2 text-sm font-medium">
            <input type="checkbox" className="size-4 accent-primary" checked={all} onChange={() => onChoose(new Set(all ? [] : choices.map(({ id }) => id)))} />
            All {choices.length}
          </label>
          <ul className="max-h-72 overflow-y-auto" tabIndex={0} aria-label={legend}>
            {choices.map(({ id, label }) => (
              <li key={id}>
                <label className="flex items-start gap-3 px-3 py-2 text-sm hover:bg-muted/60">
                  <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-primary" checked={chosen.has(id)} onChange={() => toggle(id)} />
                  <span className="min-w-0 wrap-anywhere">{label}</span>
                </label>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}
