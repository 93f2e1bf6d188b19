import { languageName } from '../../core/messages/phrases.ts';
import type { FilterChoices } from '../../io/store/stories/story-list.ts';
import type { EntityName } from '../../core/entities/entity-names.ts';
import type { Html } from '../html.ts';
import { type Choice, select } from './parts.ts';

// Fields of filter forms that several pages have.

export function topicField({ topics }: FilterChoices, chosen?: string): Html {
  return select(
    'topic',
    'Topic',
    topics.map(({ id, label }) => ({ value: id, label })),
    chosen,
  );
}

export function languageField({ languages }: FilterChoices, chosen?: string): Html {
  return select(
    'language',
    'Language',
    languages.map((tag) => ({ value: tag, label: languageName(tag) })),
    chosen,
  );
}

export function outletField({ outlets }: FilterChoices, chosen?: string): Html {
  return select('outlet', 'Outlet', plainChoices(outlets), chosen);
}

export function countryField(names: readonly EntityName[], chosen?: string): Html {
  return select(
    'country',
    'Country',
    names.filter(({ kind }) => kind === 'country').map(({ id, name }) => ({ value: id, label: name })),
    chosen,
  );
}

/** @param possible the label of the choice for stories without a sure topic */
export function levelField(possible: string, chosen?: string): Html {
  return select(
    'level',
    'Level',
    [
      { value: 'sure', label: 'sure' },
      { value: 'possible', label: possible },
    ],
    chosen,
  );
}

const STANCES = ['proposed', 'in force', 'eased', 'denied', 'evaded'];

export function stanceField(chosen?: string): Html {
  return select('stance', 'Stance', plainChoices(STANCES), chosen);
}

/** What the visitor marked. */
export function stateField(chosen?: string): Html {
  return select(
    'state',
    'Shown',
    [
      { value: 'unread', label: 'not read' },
      { value: 'read', label: 'read' },
      { value: 'starred', label: 'starred' },
    ],
    chosen,
    'all',
  );
}

const SPANS = {
  '1d': 'last 24 hours',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
  '90d': 'last 90 days',
  '365d': 'last year',
};

/** @param none the label of the choice without a limit */
export function sinceField(
  spans: readonly (keyof typeof SPANS)[],
  chosen: string | undefined,
  none?: string,
): Html {
  return select(
    'since',
    'Time',
    spans.map((value) => ({ value, label: SPANS[value] })),
    chosen,
    none,
  );
}

/** Choices whose labels are their values. */
export function plainChoices(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: value }));
}
