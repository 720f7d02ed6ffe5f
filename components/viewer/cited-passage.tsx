/** The passage a document was opened at, in words, with its page where there are several: for those who cannot see the mark on the page, and for copying. */
export function CitedPassage({ quote, page }: { quote: string; page: number | null }) {
  return (
    <section className="space-y-2">
      <h2 className="text-sm font-medium">Cited passage{page !== null && `, page ${page}`}</h2>
      <blockquote
        dir="auto"
        tabIndex={0}
        className="max-h-56 overflow-y-auto border-s-4 border-amber-400 ps-3 text-sm leading-relaxed break-words whitespace-pre-line text-muted-foreground outline-none focus-visible:ring-[3px] focus-visible:ring-ring/50"
      >
        {quote}
      </blockquote>
    </section>
  );
}
