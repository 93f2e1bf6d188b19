/** Limits on the parts moved in one page, and on their nesting. */
const MAX_PARTS = 500;
const MAX_ROUNDS = 4;

/** The calls by which React moves a part; `$RS` names the part first. */
const MOVES = /\$R([CSR])\(\s*["']([^"']{1,60})["']\s*,\s*["']([^"']{1,60})["']/g;
const PART = /<div hidden(?:="")? id="([^"]{1,60})">/y;

/**
 * Moves the parts that a server streamed after the page to their places: `<div hidden id="S:0">` into `<template
 * id="B:0">`, as React and Next.js do in the browser. Other pages are returned unchanged.
 */
export function joinStreamedParts(html: string): string {
  if (!html.includes('$R') || (!html.includes('$RC(') && !html.includes('$RS('))) return html;
  const places = new Map<string, string>();
  for (const [, kind, first, second] of html.matchAll(MOVES)) {
    if (places.size >= MAX_PARTS) break;
    const [place, part] = kind === 'S' ? [second!, first!] : [first!, second!];
    places.set(place, part);
  }
  let page = html;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = moveOnce(page, places);
    if (next === page) break;
    page = next;
  }
  return page;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Moves every part that is inside no other part. The others are moved in the next round. */
function moveOnce(html: string, places: ReadonlyMap<string, string>): string {
  const parts = findParts(html, new Set(places.values()));
  const slots = findSlots(html);
  const edits: { start: number; end: number; text: string }[] = [];
  for (const [place, part] of places) {
    const inner = parts.get(part);
    const slot = inner === undefined ? undefined : slots.get(place);
    if (inner === undefined || slot === undefined) continue;
    if ([...parts.values()].some((other) => slot.start >= other.start && slot.start < other.end)) continue;
    edits.push({ ...slot, text: html.slice(inner.start, inner.end) }, { ...inner, text: '' });
  }
  edits.sort((a, b) => a.start - b.start);
  let moved = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    if (start < at) continue;
    moved += html.slice(at, start) + text;
    at = end;
  }
  return moved + html.slice(at);
}

function findSlots(html: string): Map<string, Range> {
  const found = new Map<string, Range>();
  for (const slot of html.matchAll(/<template id="([^"]{1,60})">\s{0,20}<\/template>/g)) {
    found.set(slot[1]!, { start: slot.index, end: slot.index + slot[0].length });
  }
  return found;
}

/** What is in the `<div hidden>`s of these ids, found by counting `<div>`s in one pass. */
function findParts(html: string, ids: ReadonlySet<string>): Map<string, Range> {
  const found = new Map<string, Range>();
  const open: (readonly [id: string, start: number] | undefined)[] = [];
  for (const tag of html.matchAll(/<\/?div(?=[\s>])/g)) {
    if (tag[0] === '</div') {
      const part = open.pop();
      if (part !== undefined) found.set(part[0], { start: part[1], end: tag.index });
      continue;
    }
    PART.lastIndex = tag.index;
    const id = PART.exec(html)?.[1];
    open.push(id !== undefined && ids.has(id) ? [id, PART.lastIndex] : undefined);
  }
  return found;
}
