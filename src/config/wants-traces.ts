import { accessSync, constants } from 'node:fs';
import { didYouMean } from '../core/words/nearest-word.ts';
import { fileErrorReason } from '../io/file-error.ts';
import { ConfigError } from './config-error.ts';

const EXPORTERS = ['otlp', 'none'];
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

type FaultOf = (value: string) => string | undefined;

/**
 * The variables that OpenTelemetry's library reads. A wrong value is ignored there, or is an error in its own words,
 * long after the start.
 */
const VARIABLES: Readonly<Record<string, FaultOf>> = {
  ...forTraces('ENDPOINT', (value) =>
    isHttp(value) ? undefined : `expected an http or https address, found "${value}"`,
  ),
  ...forTraces('PROTOCOL', (value) =>
    value === 'http/protobuf'
      ? undefined
      : `expected http/protobuf, the only protocol that chipwatch speaks, found "${value}"`,
  ),
  ...forTraces('COMPRESSION', oneOf(['gzip', 'none'])),
  ...forTraces('TIMEOUT', numberFrom(1, 3_600_000, 'milliseconds')),
  // Headers may contain a password.
  ...forTraces('HEADERS', (value) =>
    isList(value) ? undefined : 'expected name=value, separated by commas, found something else (not shown)',
  ),
  ...forTraces('CERTIFICATE', readableFile),
  ...forTraces('CLIENT_CERTIFICATE', readableFile),
  ...forTraces('CLIENT_KEY', readableFile),
  OTEL_RESOURCE_ATTRIBUTES: (value) =>
    isList(value) ? undefined : `expected name=value, separated by commas, found "${value}"`,
  OTEL_TRACES_SAMPLER: oneOf([
    'always_on',
    'always_off',
    'traceidratio',
    'parentbased_always_on',
    'parentbased_always_off',
    'parentbased_traceidratio',
  ]),
  OTEL_BSP_SCHEDULE_DELAY: numberFrom(1, 3_600_000, 'milliseconds'),
  OTEL_BSP_EXPORT_TIMEOUT: numberFrom(1, 3_600_000, 'milliseconds'),
  OTEL_BSP_MAX_QUEUE_SIZE: numberFrom(1, 1_000_000, 'spans'),
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: numberFrom(1, 1_000_000, 'spans'),
  ...Object.fromEntries(
    [
      'ATTRIBUTE_COUNT',
      'ATTRIBUTE_VALUE_LENGTH',
      'SPAN_ATTRIBUTE_COUNT',
      'SPAN_ATTRIBUTE_VALUE_LENGTH',
      'SPAN_ATTRIBUTE_PER_EVENT_COUNT',
      'SPAN_ATTRIBUTE_PER_LINK_COUNT',
      'SPAN_EVENT_COUNT',
      'SPAN_LINK_COUNT',
    ].map((name) => [`OTEL_${name}_LIMIT`, numberFrom(0, 2 ** 31)]),
  ),
};

/**
 * Whether traces are enabled, by the variables that OpenTelemetry defines: an endpoint or an exporter enables them.
 * OpenTelemetry's own library reads the endpoint, its headers, sampler and limits.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 * @throws ConfigError that lists all wrong values
 */
export function wantsTraces(environment: Readonly<Record<string, string | undefined>>): boolean {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const disabled = given('OTEL_SDK_DISABLED')?.toLowerCase();
  refuse({ OTEL_SDK_DISABLED: disabled && oneOf(['true', 'false'])(disabled) });
  if (disabled === 'true') return false;
  const exporter =
    given('OTEL_TRACES_EXPORTER') ?? (ENDPOINTS.some((name) => given(name) !== undefined) ? 'otlp' : 'none');
  refuse({ OTEL_TRACES_EXPORTER: oneOf(EXPORTERS)(exporter) });
  if (exporter === 'none') return false;
  refuse({
    ...Object.fromEntries(
      Object.entries(VARIABLES).map(([name, faultOf]) => {
        const value = given(name);
        return [name, value && faultOf(value)];
      }),
    ),
    OTEL_TRACES_SAMPLER_ARG: ratioFault(given('OTEL_TRACES_SAMPLER'), given('OTEL_TRACES_SAMPLER_ARG')),
  });
  return true;
}

/** @throws ConfigError when any variable has a fault */
function refuse(faults: Readonly<Record<string, string | undefined>>): void {
  const problems = Object.entries(faults).flatMap(([field, message]) =>
    message ? [{ file: 'environment', field, message }] : [],
  );
  if (problems.length > 0) throw new ConfigError(problems);
}

/** A variable of the exporter, for all signals and for traces alone. */
function forTraces(name: string, faultOf: FaultOf): Record<string, FaultOf> {
  return { [`OTEL_EXPORTER_OTLP_${name}`]: faultOf, [`OTEL_EXPORTER_OTLP_TRACES_${name}`]: faultOf };
}

/** The share of traces that a sampler keeps; the other samplers ignore it. */
function ratioFault(sampler: string | undefined, ratio: string | undefined): string | undefined {
  if (sampler?.endsWith('traceidratio') !== true) return undefined;
  if (ratio === undefined) return `expected a share from 0 to 1 for ${sampler}, found nothing`;
  return Number(ratio) >= 0 && Number(ratio) <= 1
    ? undefined
    : `expected a share from 0 to 1, found "${ratio}"`;
}

function oneOf(known: readonly string[]): FaultOf {
  const list = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
  return (value) =>
    known.includes(value) ? undefined : `expected ${list}, found "${value}"${didYouMean(value, known)}`;
}

function numberFrom(least: number, most: number, unit?: string): FaultOf {
  const of = unit === undefined ? '' : ` of ${unit}`;
  return (value) =>
    /^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `expected a whole number${of} from ${least} to ${most}, found "${value}"`;
}

function isList(value: string): boolean {
  return value.split(',').every((pair) => /^\s*[^=\s]+\s*=/.test(pair) || pair.trim() === '');
}

function readableFile(file: string): string | undefined {
  try {
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (error) {
    return `cannot read ${file}: ${fileErrorReason(error)}`;
  }
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
