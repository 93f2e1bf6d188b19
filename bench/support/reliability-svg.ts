/** One of ten bins of confidence. */
export interface Bin {
  /** The number of judgements in it, one for each article and topic. */
  readonly articles: number;
  /** Mean confidence, from 0 to 1. */
  readonly said: number;
  /** The share of them that are on the topic. */
  readonly seen: number;
}

/** One line of the plot. */
export interface Curve {
  readonly name: string;
  readonly bins: readonly Bin[];
}

const SIZE = 420;
const LEFT = 62;
const TOP = 46;
const COLOURS = ['#1f6feb', '#b35900', '#1a7f37', '#8250df'];
const x = (value: number) => (LEFT + value * SIZE).toFixed(1);
const y = (value: number) => (TOP + (1 - value) * SIZE).toFixed(1);

/**
 * Plots stated confidence against observed accuracy; on the diagonal they agree. The size of a dot shows the number
 * of articles.
 */
export function reliabilitySvg(title: string, curves: readonly Curve[]): string {
  const ticks = Array.from({ length: 6 }, (_, index) => index / 5);
  const most = Math.max(1, ...curves.flatMap(({ bins }) => bins.map(({ articles }) => articles)));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + SIZE + 28} ${TOP + SIZE + 62 + curves.length * 20}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escape(title)}</title>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<text x="${LEFT}" y="24" font-size="15" font-weight="600" fill="#1f2328">${escape(title)}</text>`,
    ...ticks.flatMap((tick) => [
      `<path d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}" stroke="#d8dee4" fill="none"/>`,
      `<text x="${x(tick)}" y="${TOP + SIZE + 18}" text-anchor="middle" fill="#57606a">${tick * 100}</text>`,
      `<text x="${LEFT - 8}" y="${Number(y(tick)) + 4}" text-anchor="end" fill="#57606a">${Math.round(tick * 100)}</text>`,
    ]),
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#8c959f" stroke-dasharray="5 4" fill="none"/>`,
    `<text x="${x(0.5)}" y="${TOP + SIZE + 38}" text-anchor="middle" fill="#1f2328">confidence, per cent</text>`,
    `<text transform="translate(18 ${y(0.5)}) rotate(-90)" text-anchor="middle" fill="#1f2328">articles on the topic, per cent</text>`,
    ...curves.flatMap(({ name, bins }, index) => curve(name, bins, index, most)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function curve(name: string, bins: readonly Bin[], index: number, most: number): string[] {
  const colour = COLOURS[index % COLOURS.length]!;
  const filled = bins.filter(({ articles }) => articles > 0);
  const points = filled.map(({ said, seen }) => `${x(said)},${y(seen)}`).join(' ');
  const line = TOP + SIZE + 60 + index * 20;
  return [
    `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="1.6"/>`,
    ...filled.map(
      ({ said, seen, articles }) =>
        `<circle cx="${x(said)}" cy="${y(seen)}" r="${(2.5 + 6 * Math.sqrt(articles / most)).toFixed(1)}" fill="${colour}" fill-opacity="0.75"><title>${escape(name)}: ${articles} articles, said ${Math.round(said * 100)}, seen ${Math.round(seen * 100)}</title></circle>`,
    ),
    `<circle cx="${LEFT + 6}" cy="${line - 4}" r="5" fill="${colour}"/>`,
    `<text x="${LEFT + 18}" y="${line}" fill="#1f2328">${escape(name)}</text>`,
  ];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
