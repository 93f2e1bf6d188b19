import type { Piece } from '../../core/messages/shorten.ts';
import { type Html, html } from '../html.ts';

/** A piece of a sentence; what the rules were looking for is marked. */
export function marked({ text, term }: Piece): Html {
  return term ? html`<mark>${text}</mark>` : html`${text}`;
}
