/** What the person asked. */
export function Question({ text }: { text: string }) {
  return (
    <div className="flex justify-end pl-8 sm:pl-16">
      <h2 className="max-w-full rounded-2xl rounded-br-md bg-muted px-4 py-2.5 text-base leading-relaxed font-normal break-words whitespace-pre-wrap">
        <span className="sr-only">You asked: </span>
        {text}
      </h2>
    </div>
  );
}
