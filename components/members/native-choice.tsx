interface NativeChoiceProps<Choice extends string> {
  id: string;
  value: Choice;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}

/** The browser's own list of a few words: the best there is on phones and for screen readers. */
export function NativeChoice<Choice extends string>({ id, value, choices, onChoose }: NativeChoiceProps<Choice>) {
  return (
    <select
      id={id}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
      className="h-9 w-full rounded-md border border-input bg-background px-3 text-sm capitalize shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50"
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}
