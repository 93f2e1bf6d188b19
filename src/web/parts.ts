import { type Html, html } from './html.ts';

/** Made-up news must never be taken for news. */
export function sampleTag(sample: boolean): Html | undefined {
  return sample ? html`<span class="tag sample">[SAMPLE]</span>` : undefined;
}

/** `2026-01-31 08:00` in UTC; `-` where there is none. */
export function minute(date: Date | null): string {
  return date === null ? '-' : date.toISOString().slice(0, 16).replace('T', ' ');
}
