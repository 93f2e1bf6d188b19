import type { WorkOutcome } from './work-outcome.ts';
import { count } from '../../core/messages/phrases.ts';
import type { KeptTask } from '../../io/store/articles/archive-tasks.ts';

/** The result of work on the archive, in a sentence for lists. */
export function saidOf(outcome: WorkOutcome): string {
  switch (outcome.status) {
    case 'failed':
      return outcome.message;
    case 'suggested':
      return `${count(
        outcome.languages.reduce((sum, { terms }) => sum + terms.length, 0),
        'word',
      )} in ${count(outcome.languages.length, 'language')}.`;
    case 'fitted':
      return `Fitted: ${outcome.fitted.files.map(({ file }) => file).join(', ')}. Saving them is another step.`;
    case 'reapplied':
      return `${count(outcome.done.articles, 'article')} classified again${outcome.how.dry ? '; nothing was stored' : ''}, ${count(outcome.done.alerts, 'alert')} written.`;
    case 'imported':
      return `${count(outcome.stored, 'article')} stored, ${count(outcome.refused.length, 'line')} refused.`;
    case 'checked':
      return `${count(outcome.warnings.length, 'warning')}.`;
  }
}

/** The state of a task in words, for a task whose result is no longer in memory. */
export function saidOfTask({ state, said }: Pick<KeptTask, 'state' | 'said'>): string {
  switch (state) {
    case 'running':
      return 'Under way in another process.';
    case 'interrupted':
      return 'Interrupted: the service ended while it was under way. What it had stored remains. Begin it again for the rest.';
    case 'failed':
    case 'done':
      return said;
  }
}
