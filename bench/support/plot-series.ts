/** One line of a plot: what was measured, at which second. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** The growth of a series in units an hour, with its standard error, and the means of its tenths in order of time. */
export interface Growth {
  readonly slope: number;
  readonly error: number;
  readonly means: readonly number[];
}

/**
 * The growth of a series by least squares over its last part. The error takes the points as independent of each other.
 * @param from the share of the series that is left out
 */
export function growthOf({ points }: Series, from = 0.4): Growth {
  const late = points.slice(Math.floor(points.length * from));
  const [x, y] = [mean(late.map(({ at }) => at)), mean(late.map(({ value }) => value))];
  const over = late.reduce((sum, { at, value }) => sum + (at - x) * (value - y), 0);
  const under = late.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  const slope = under === 0 ? 0 : over / under;
  const rest = late.reduce((sum, { at, value }) => sum + (value - y - slope * (at - x)) ** 2, 0);
  const error = under === 0 || late.length < 3 ? 0 : Math.sqrt(rest / (late.length - 2) / under);
  const tenth = Math.max(1, Math.ceil(points.length / 10));
  const means = Array.from({ length: Math.ceil(points.length / tenth) }, (_, at) =>
    mean(points.slice(at * tenth, (at + 1) * tenth).map(({ value }) => value)),
  );
  return { slope: slope * 3_600, error: error * 3_600, means };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

const [WIDTH, HEIGHT, LEFT, GAP] = [720, 110, 70, 44];
/** More points than pixels are not seen. */
const MOST_POINTS = 720;

/** Draws each series in a box of its own, one below the other, with its growth as text. */
export function plotSeries(title: string, all: readonly Series[]): string {
  const boxes = all.map((series, index) => {
    const top = 40 + index * (HEIGHT + GAP);
    const values = series.points.map(({ value }) => value);
    const last = series.points.at(-1)?.at ?? 1;
    const most = Math.max(...values, 1e-9);
    const each = Math.ceil(series.points.length / MOST_POINTS);
    const line = series.points
      .filter((_, index) => index % each === 0)
      .map(
        ({ at, value }) =>
          `${(LEFT + (at / last) * WIDTH).toFixed(1)},${(top + HEIGHT - (value / most) * HEIGHT).toFixed(1)}`,
      )
      .join(' ');
    const { slope } = growthOf(series);
    return `<text x="${LEFT}" y="${top - 6}">${series.name}: at most ${short(most)} ${series.unit}, ${slope >= 0 ? '+' : ''}${short(slope)} ${series.unit} an hour at the end</text>
<rect x="${LEFT}" y="${top}" width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="#ccc"/>
<text x="${LEFT - 6}" y="${top + 10}" text-anchor="end">${short(most)}</text><text x="${LEFT - 6}" y="${top + HEIGHT}" text-anchor="end">0</text>
<polyline points="${line}" fill="none" stroke="#06c" stroke-width="1.5"/>`;
  });
  const height = 40 + all.length * (HEIGHT + GAP);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 20}" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/><text x="${LEFT}" y="18" font-size="14">${title}</text>
${boxes.join('\n')}
</svg>
`;
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
