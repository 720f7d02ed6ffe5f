import { Fragment } from "react";

/** A document's shown name: its folders quiet, the file itself plain. It breaks behind slashes, dots, hyphens and underscores first. */
export function DocumentName({ name }: { name: string }) {
  const cut = name.lastIndexOf("/") + 1;
  return (
    <span className="wrap-anywhere">
      {cut > 0 && (
        <span className="text-muted-foreground">
          <Breakable text={name.slice(0, cut)} />
        </span>
      )}
      <Breakable text={name.slice(cut)} />
    </span>
  );
}

function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[/._-])/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}
