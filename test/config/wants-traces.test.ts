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
])('%j is refused', (environment, message) => {
  expect(() => wantsTraces(environment)).toThrow(message);
});
