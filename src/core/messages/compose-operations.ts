import type { AlertMessage } from './message.ts';

/**
 * The message to the operator about the service itself.
 *
 * @param facts `what` is the subject: `feed Le Quai: over`; `note` is what was found and what to do
 */
export function composeOperationsMessage({
  what,
  ...facts
}: Pick<AlertMessage, 'idempotencyKey' | 'createdAt' | 'note'> & { readonly what: string }): AlertMessage {
  return {
    ...facts,
    kind: 'operations',
    route: 'operations',
    subject: `chipwatch: ${what}`,
    stories: [],
    part: undefined,
  };
}
