import type { TrendCell } from '../../io/store/stories/trends.ts';
import { type Html, html } from '../html.ts';

const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 34;
const BOTTOM = 24;
/** Room for the highest number. */
const TOP = 16;

/** Bars for each day, in the colour of each name, with a legend below. A table beside it has the numbers. */
export function dayChart(
  cells: readonly TrendCell[],
  days: readonly string[],
  names: readonly string[],
  colour: (name: string, index: number) => string,
): Html {
  const byDay = Map.groupBy(cells, ({ day }) => day);
  const totals = days.map((day) => (byDay.get(day) ?? []).reduce((sum, { stories }) => sum + stories, 0));
  const top = niceTop(Math.max(1, ...totals));
  const step = (WIDTH - LEFT) / days.length;
  const scale = (HEIGHT - BOTTOM - TOP) / top;
  const bars = days.flatMap((day, index) => {
    const here = byDay.get(day) ?? [];
    let base = HEIGHT - BOTTOM;
    return names.flatMap((name, nth) => {
      const stories = here.find((cell) => cell.name === name)?.stories ?? 0;
      if (stories === 0) return [];
      const height = stories * scale;
      base -= height;
      return [
        html`<rect class="bar ${colour(name, nth)}" x="${round(LEFT + index * step + step * 0.1)}" y="${round(base)}" width="${round(step * 0.8)}" height="${round(height)}"><title>${day}: ${name}, ${stories}</title></rect>`,
      ];
    });
  });
  const marks = [0, top / 2, top].map((value) => {
    const y = round(HEIGHT - BOTTOM - value * scale);
    return html`<line class="axis" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}"/><text x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${value}</text>`;
  });
  const every = Math.ceil(days.length / 6);
  const dates = days.map((day, index) =>
    index % every === 0
      ? html`<text x="${round(LEFT + index * step)}" y="${HEIGHT - 6}">${day.slice(5)}</text>`
      : undefined,
  );
  return html`<figure><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Stories that began on each of ${days.length} days">${marks}${bars}${dates}</svg>
<figcaption class="tags">${names.map((name, nth) => html`<span class="tag topic ${colour(name, nth)}">${name}</span>`)}</figcaption></figure>`;
}

/** A line without axes, for the items of the last days. */
export function sparkline(values: readonly number[], label: string): Html {
  const top = Math.max(1, ...values);
  const points = values.map(
    (value, index) =>
      `${round((index / Math.max(1, values.length - 1)) * 98 + 1)},${round(22 - (value / top) * 20)}`,
  );
  return html`<svg class="spark" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label="${label}"><polyline class="spark-line" points="${points.join(' ')}"/></svg>`;
}

/** An even number with few digits, at or above the highest bar. */
function niceTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 6, 10, 20].map((factor) => factor * unit).find((top) => top >= value) ?? value;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
