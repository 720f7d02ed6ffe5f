import { ChevronDown } from "lucide-react";

interface NativeChoiceProps<Choice extends string> {
  id: string;
  value: Choice;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}

/** The browser's own list of a few words: the best there is on phones and for screen readers. */
export function NativeChoice<Choice extends string>({ id, value, choices, onChoose }: NativeChoiceProps<Choice>) {
  return (
    <div className="relative">
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
        className="h-9 w-full cursor-pointer appearance-none rounded-md border border-input bg-background pr-9 pl-3 text-base capitalize shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50 md:text-sm dark:bg-input/20 dark:*:bg-popover"
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted-foreground" />
    </div>
  );
}
