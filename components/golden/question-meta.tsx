import { Badge } from "@/components/ui/badge";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

/** What is kept beside a question: must-pass, weight, tags, owner, notes, other wordings. */
export function QuestionMeta({ question, owner }: { question: GoldenQuestion; owner: string | undefined }) {
  const { mustPass, weight, tags, notes, wordings } = question;
  const words = [
    ...(weight > 1 ? [`weighs ${weight}`] : []),
    ...(wordings.length > 0 ? [wordings.length === 1 ? "one other wording" : `${wordings.length} other wordings`] : []),
    ...(owner === undefined ? [] : [`owned by ${owner}`]),
  ];
  if (!mustPass && words.length === 0 && tags.length === 0 && notes === "") return null;
  return (
    <div className="space-y-1.5 text-sm text-muted-foreground">
      <p className="flex flex-wrap items-center gap-1.5">
        {mustPass && <Badge>Must pass</Badge>}
        {tags.map((tag) => (
          <Badge key={tag} variant="secondary">
            {tag}
          </Badge>
        ))}
        {words.length > 0 && <span>{words.join(" · ")}</span>}
      </p>
      {notes !== "" && <p className="line-clamp-2 break-words">{notes}</p>}
    </div>
  );
}
