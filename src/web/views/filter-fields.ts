import { languageName } from '../../core/messages/phrases.ts';
import type { FilterChoices } from '../../io/store/story-list.ts';
import type { EntityName } from '../entity-names.ts';
import type { Html } from '../html.ts';
import { type Choice, select } from './parts.ts';

// The fields that several forms filter by, each with what there is to choose.

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
  return select('outlet', 'Outlet', plain(outlets), chosen);
}

export function countryField(names: readonly EntityName[], chosen?: string): Html {
  return select(
    'country',
    'Country',
    names.filter(({ kind }) => kind === 'country').map(({ id, name }) => ({ value: id, label: name })),
    chosen,
  );
}

/** Choices that are called what they are. */
export function plain(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: value }));
}
