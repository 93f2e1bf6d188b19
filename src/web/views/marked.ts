import type { Piece } from '../../core/words/shorten.ts';
import { type Html, html } from '../html.ts';

/** A piece of a sentence; terms that matched are marked. */
export function marked({ text, term }: Piece): Html {
  return term ? html`<mark>${text}</mark>` : html`${text}`;
}
