/** A drawing of what the product does: a question, its answer, and the passage the answer rests on. It says nothing that is not said in words. */
export function SampleAnswer() {
  return (
    <div aria-hidden className="max-w-md space-y-3 text-sm select-none">
      <p className="ml-auto w-fit rounded-2xl rounded-br-sm bg-secondary px-4 py-2 text-secondary-foreground">How long is parental leave?</p>
      <div className="space-y-3 rounded-2xl rounded-bl-sm border bg-card p-4 shadow-xs">
        <p>
          Sixteen weeks at full pay, for every parent{" "}
          <span className="mx-0.5 rounded-sm bg-accent px-1.5 py-0.5 text-xs font-semibold text-primary">1</span>
        </p>
        <div className="rounded-lg border bg-background p-3">
          <p className="mb-2 text-xs text-muted-foreground">benefits.pdf, page 4</p>
          <div className="space-y-1.5">
            <Line className="w-full" />
            <p className="rounded-sm bg-warning-surface px-1 py-0.5 text-xs leading-relaxed text-warning">
              Every parent may take sixteen weeks of leave at full pay.
            </p>
            <Line className="w-11/12" />
            <Line className="w-2/3" />
          </div>
        </div>
      </div>
    </div>
  );
}

function Line({ className }: { className: string }) {
  return <div className={`h-1.5 rounded-full bg-muted ${className}`} />;
}
