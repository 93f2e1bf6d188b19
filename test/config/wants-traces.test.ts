import { expect, test } from 'vitest';
import { wantsTraces } from '../../src/config/wants-traces.ts';

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ OTEL_SERVICE_NAME: 'chipwatch' }, false],
  [ENDPOINT, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.example/v1/traces' }, true],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
  [{ ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none' }, false],
  [{ ...ENDPOINT, OTEL_SDK_DISABLED: 'true' }, false],
  [{ ...ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
  [{ ...ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' }, true],
  [{ ...ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b,tenant=c' }, true],
  [{ OTEL_TRACES_SAMPLER: 'of no interest without an exporter' }, false],
])('%j: %s', (environment, wanted) => {
  expect(wantsTraces(environment)).toBe(wanted);
});

test.each<[Record<string, string>, string]>([
  [
    { OTEL_TRACES_EXPORTER: 'oltp' },
    'environment: OTEL_TRACES_EXPORTER: expected otlp or none, found "oltp"; did you mean "otlp"?',
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' },
    'environment: OTEL_EXPORTER_OTLP_ENDPOINT: expected an http or https address, found "localhost:4318"',
  ],
  [
    { ...ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    'environment: OTEL_EXPORTER_OTLP_PROTOCOL: expected http/protobuf, the only protocol that chipwatch speaks, found "grpc"',
  ],
  [
    { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'allways_on' },
    'environment: OTEL_TRACES_SAMPLER: expected always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off or parentbased_traceidratio, found "allways_on"; did you mean "always_on"?',
  ],
  [
    { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio' },
    'environment: OTEL_TRACES_SAMPLER_ARG: expected a share from 0 to 1 for traceidratio, found nothing',
  ],
  [
    { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '25' },
    'environment: OTEL_TRACES_SAMPLER_ARG: expected a share from 0 to 1, found "25"',
  ],
  [
    { ...ENDPOINT, OTEL_SDK_DISABLED: 'yes' },
    'environment: OTEL_SDK_DISABLED: expected true or false, found "yes"',
  ],
  [
    { ...ENDPOINT, OTEL_EXPORTER_OTLP_TIMEOUT: '10s', OTEL_SPAN_EVENT_COUNT_LIMIT: 'many' },
    'environment: OTEL_EXPORTER_OTLP_TIMEOUT: expected a whole number of milliseconds from 1 to 3600000, found "10s"\nenvironment: OTEL_SPAN_EVENT_COUNT_LIMIT: expected a whole number from 0 to 2147483648, found "many"',
  ],
  [
    { ...ENDPOINT, OTEL_EXPORTER_OTLP_CERTIFICATE: '/nowhere/ca.pem' },
    'environment: OTEL_EXPORTER_OTLP_CERTIFICATE: cannot read /nowhere/ca.pem: there is no such file',
  ],
])('%j is refused', (environment, message) => {
  expect(() => wantsTraces(environment)).toThrow(message);
});

test('headers, which may hold a password, are not shown', () => {
  const headers = { ...ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS: 'Bearer hunter2' };
  expect(() => wantsTraces(headers)).toThrow(
    'expected name=value, separated by commas, found something else',
  );
  expect(() => wantsTraces(headers)).not.toThrow('hunter2');
});
