import { didYouMean } from '../core/words/nearest-word.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';

const EXPORTERS = ['otlp', 'none'];
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
const PROTOCOLS = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'];

/**
 * Whether traces are enabled, by the variables that OpenTelemetry defines: an endpoint or an exporter enables them.
 * OpenTelemetry's own library reads the endpoint, its headers, sampler and limits.
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 * @throws ConfigError
 */
export function wantsTraces(environment: Readonly<Record<string, string | undefined>>): boolean {
  const given = (name: string) => environment[name]?.trim() || undefined;
  if (given('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return false;
  const endpoints = ENDPOINTS.filter((name) => given(name) !== undefined);
  const exporter = given('OTEL_TRACES_EXPORTER') ?? (endpoints.length > 0 ? 'otlp' : 'none');
  if (!EXPORTERS.includes(exporter))
    throw problem(
      'OTEL_TRACES_EXPORTER',
      `expected ${EXPORTERS.join(' or ')}, found "${exporter}"${didYouMean(exporter, EXPORTERS)}`,
    );
  if (exporter === 'none') return false;
  for (const name of endpoints)
    if (!isHttp(given(name)!))
      throw problem(name, `expected an http or https address, found "${given(name)}"`);
  for (const name of PROTOCOLS) {
    const protocol = given(name);
    if (protocol !== undefined && protocol !== 'http/protobuf')
      throw problem(
        name,
        `expected http/protobuf, the only protocol that chipwatch speaks, found "${protocol}"`,
      );
  }
  return true;
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function problem(field: string, message: string): ConfigError {
  const found: ConfigProblem = { file: 'environment', field, message };
  return new ConfigError([found]);
}
