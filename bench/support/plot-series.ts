/** One line of a plot: what was measured, at which second. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/**
 * The growth of a series by least squares over its last part, in units an hour. @param from the share of the series
 * that is left out
 */
export function slopePerHour({ points }: Series, from = 0.4): number {
  const late = points.slice(Math.floor(points.length * from));
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(late.map(({ at }) => at)), mean(late.map(({ value }) => value))];
  const over = late.reduce((sum, { at, value }) => sum + (at - x) * (value - y), 0);
  const under = late.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 3_600;
}

const [WIDTH, HEIGHT, LEFT, GAP] = [720, 110, 70, 44];

/** Draws each series in a box of its own, one below the other, with its growth as text. */
export function plotSeries(title: string, all: readonly Series[]): string {
  const boxes = all.map((series, index) => {
    const top = 40 + index * (HEIGHT + GAP);
    const values = series.points.map(({ value }) => value);
    const last = series.points.at(-1)?.at ?? 1;
    const most = Math.max(...values, 1e-9);
    const line = series.points
      .map(
        ({ at, value }) =>
          `${(LEFT + (at / last) * WIDTH).toFixed(1)},${(top + HEIGHT - (value / most) * HEIGHT).toFixed(1)}`,
      )
      .join(' ');
    const slope = slopePerHour(series);
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
