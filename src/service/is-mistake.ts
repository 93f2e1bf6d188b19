import { GazetteerError } from '../core/entities/gazetteer-data.ts';
import { TopicFileError } from '../core/topics/topic-file-error.ts';
import { RecordingError } from '../io/http/recording-format.ts';
import { RulesError } from './rules-error.ts';
import { ConfigError } from '../config/config-error.ts';

/** Whether an error is a mistake in a file that a person wrote: its message says where, and no stack trace helps. */
export function isMistake(error: unknown): error is Error {
  return [ConfigError, RulesError, TopicFileError, GazetteerError, RecordingError].some(
    (kind) => error instanceof kind,
  );
}
