import { isSamePlace, type Place, placesOf } from "@/components/chat/expected-draft";
import type { ChatAnswer } from "@/lib/engine/contract";

interface ExpectedPlaceProps {
  answer: ChatAnswer;
  /** Null for any document. */
  chosen: Place | null;
  onChoose: (place: Place | null) => void;
}

/** Which of the cited pages must be cited again. */
export function ExpectedPlace({ answer, chosen, onChoose }: ExpectedPlaceProps) {
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-medium">It must cite</legend>
      <div className="grid gap-2">
        {placesOf(answer).map((place) => (
          <Choice
            key={`${place.documentId}/${place.page}`}
            label={place.documentName}
            note={`page ${place.page}`}
            checked={chosen !== null && isSamePlace(chosen, place)}
            choose={() => onChoose(place)}
          />
        ))}
        <Choice label="Any document" note="only the words count" checked={chosen === null} choose={() => onChoose(null)} />
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  note: string;
  checked: boolean;
  choose: () => void;
}

function Choice({ label, note, checked, choose }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-lg border px-3 py-2 text-sm has-checked:border-primary has-focus-visible:ring-[3px] has-focus-visible:ring-ring/50">
      <input type="radio" name="expected-place" checked={checked} onChange={choose} className="mt-0.5 size-4 shrink-0 accent-primary outline-none" />
      <span className="min-w-0 break-words">
        {label} <span className="text-muted-foreground">· {note}</span>
      </span>
    </label>
  );
}
