/** One bar: what it stands for, how high it is, and how much of it is of the second kind. */
export interface Bar {
  label: string;
  value: number;
  /** A part of the value, drawn darker from the bottom. */
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

const [WIDTH, HEIGHT, BASE] = [600, 180, 156];

/** Bars in time, drawn by hand: the highest value stands at the top, the first and the last day below. */
export function BarChart({ title, description, bars, format }: BarChartProps) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const height = (value: number) => (value / highest) * (BASE - 20);
  return (
    <figure className="min-w-0 space-y-2 rounded-xl border bg-card p-4">
      <figcaption className="text-sm font-medium">{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description} className="h-auto w-full">
        <text x={0} y={12} className="fill-muted-foreground text-[12px]">
          {format(highest)}
        </text>
        <line x1={0} x2={WIDTH} y1={BASE} y2={BASE} className="stroke-border" />
        {bars.map(({ label, value, part = 0 }, place) => (
          <g key={label}>
            <title>{`${label}: ${format(value)}`}</title>
            <rect x={place * step + step * 0.12} width={step * 0.76} y={BASE - height(value)} height={height(value)} rx={Math.min(2, step * 0.2)} className="fill-primary/60" />
            <rect x={place * step + step * 0.12} width={step * 0.76} y={BASE - height(part)} height={height(part)} rx={Math.min(2, step * 0.2)} className="fill-primary" />
          </g>
        ))}
        <text x={0} y={HEIGHT - 6} className="fill-muted-foreground text-[12px]">
          {bars[0]?.label}
        </text>
        <text x={WIDTH} y={HEIGHT - 6} textAnchor="end" className="fill-muted-foreground text-[12px]">
          {bars.at(-1)?.label}
        </text>
      </svg>
    </figure>
  );
}
