/** A document's shown name: its folders quiet, the file itself plain. */
export function DocumentName({ name }: { name: string }) {
  const cut = name.lastIndexOf("/") + 1;
  return (
    <span className="break-words">
      {cut > 0 && <span className="text-muted-foreground">{name.slice(0, cut)}</span>}
      {name.slice(cut)}
    </span>
  );
}
