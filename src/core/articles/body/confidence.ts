import { endsSentence } from './block-value.ts';
import { weigh } from '../weigh-text.ts';

/** 0 for nothing; rises with length and with the share of paragraphs that end as sentences do. */
export function extractionConfidence(text: string, via: string): number {
  if (text === '') return 0;
  const paragraphs = text.split('\n\n');
  const sentences = paragraphs.filter((paragraph) => endsSentence(paragraph)).length / paragraphs.length;
  const size = Math.min(1, weigh(text) / 1_200);
  const trust = via === 'dom' ? 1 : 0.8;
  return Math.round(trust * (0.15 + 0.45 * size + 0.4 * sentences * Math.min(1, 2 * size)) * 100) / 100;
}
