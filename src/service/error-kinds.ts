import { QueueSchemaError, RedisPolicyError, RedisUnreachableError } from '../io/queue/queue-errors.ts';
import { MigrationError } from '../io/store/migrate.ts';
import { PostgresVersionError } from '../io/store/postgres/create-cluster.ts';
import { PostgresStartError } from '../io/store/postgres/start-postgres.ts';
import { UnsupportedPlatformError } from '../io/store/postgres/postgres-binaries.ts';
import { PasswordLostError } from '../io/store/postgres/renew-password.ts';
import { GazetteerError } from '../core/entities/gazetteer-data.ts';
import { TopicFileError } from '../core/topics/topic-file-error.ts';
import { RecordingError } from '../io/http/recording-format.ts';
import { DataDirectoryError, DatabaseUnreachableError, UnfitDatabaseError } from './open-store.ts';
import { ListenError } from './listen-error.ts';
import { UnreadableFileError } from '../io/file-error.ts';
import { RulesError } from './rules-error.ts';
import { ConfigError } from '../config/config-error.ts';

/**
 * Whether an error is a mistake in a file that a person wrote. Its message says where; a stack trace would not help.
 */
export function isUserError(error: unknown): error is Error {
  return [ConfigError, RulesError, TopicFileError, GazetteerError, RecordingError, UnreadableFileError].some(
    (kind) => error instanceof kind,
  );
}

/** Whether an error concerns the machine or a server that chipwatch needs. Its message says what to do. */
export function isEnvironmentError(error: unknown): error is Error {
  const kinds = [
    UnsupportedPlatformError,
    PostgresVersionError,
    PasswordLostError,
    PostgresStartError,
    QueueSchemaError,
    RedisPolicyError,
    RedisUnreachableError,
    MigrationError,
    ListenError,
    DatabaseUnreachableError,
    UnfitDatabaseError,
    DataDirectoryError,
  ];
  return kinds.some((kind) => error instanceof kind);
}
