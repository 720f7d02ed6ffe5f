/** One bar: what it stands for, how high it is, and how much of it is of the second kind. */
export interface Bar {
  label: string;
  value: number;
  /** A part of the value, drawn stronger, from the bottom. */
  part?: number;
}

interface BarChartProps {
  title: string;
  /** What is shown, in words, for those who do not see it; the numbers stand in the table beside it. */
  description: string;
  bars: readonly Bar[];
  /** How a value is written. */
  format: (value: number) => string;
}

/** The drawing's own units; it is stretched to its place. */
const [WIDTH, HEIGHT] = [600, 140];

/** Bars in time, drawn by hand: the highest value stands at the top, the first and the last day below. */
export function BarChart({ title, description, bars, format }: BarChartProps) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const height = (value: number) => (value / highest) * HEIGHT;
  return (
    <figure className="min-w-0 space-y-2 rounded-xl border bg-card p-4">
      <figcaption className="text-sm font-medium">{title}</figcaption>
      <p aria-hidden className="text-xs text-muted-foreground tabular-nums">
        {format(highest)}
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={description} className="h-36 w-full">
        {bars.map(({ label, value, part = 0 }, place) => (
          <g key={label}>
            <title>{`${label}: ${format(value)}`}</title>
            <rect x={place * step + step * 0.12} width={step * 0.76} y={HEIGHT - height(value)} height={height(value)} className="fill-primary/50" />
            <rect x={place * step + step * 0.12} width={step * 0.76} y={HEIGHT - height(part)} height={height(part)} className="fill-primary" />
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} vectorEffect="non-scaling-stroke" className="stroke-border" />
      </svg>
      <p aria-hidden className="flex justify-between text-xs text-muted-foreground tabular-nums">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
    </figure>
  );
}
