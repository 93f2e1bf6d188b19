import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { explainConnection } from '../io/connection-error.ts';
import { throttleReports } from '../io/throttle-reports.ts';
import type { WorkerRole } from './roles.ts';
import { VERSION } from './version.ts';

/** Spans not sent by then are dropped: an unreachable collector must not delay the end. Milliseconds. */
const LAST_EXPORT = 1_000;
/** Characters of the library's text in the log; it contains a stack. */
const MOST_SAID = 300;

/**
 * Sends the spans of this process to the collector named in the environment. The library is loaded only here, because
 * most services do not use it.
 * @returns a function that sends what is left
 */
export async function startTracing(log: Logger, roles: readonly WorkerRole[]): Promise<() => Promise<void>> {
  const say = throttleReports();
  const failed = (said: string) =>
    say('traces', (passedOver) =>
      log.warn(
        { event: 'traces.failed', reason: whyNotSent(said), cause: said.slice(0, MOST_SAID), passedOver },
        'traces cannot be sent; nothing else is affected',
      ),
    );
  const quiet = () => {};
  diag.setLogger(
    { error: failed, warn: quiet, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
  const [sdk, resources, otlp] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
  ]);
  const ours = resources.resourceFromAttributes({
    'service.name': 'chipwatch',
    'service.version': VERSION,
    'chipwatch.roles': [...roles],
  });
  const provider = new sdk.NodeTracerProvider({
    resource: ours.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new otlp.OTLPTraceExporter())],
  });
  provider.register();
  return async () => {
    await Promise.race([
      provider.shutdown().catch(quiet),
      new Promise((resolve) => setTimeout(resolve, LAST_EXPORT)),
    ]);
  };
}

/** The library hands over only the text of an error, with the code of the connection or the status in it. */
function whyNotSent(said: string): string {
  const code = /\b(?:E[A-Z]{4,}|EAI_[A-Z]+|UND_ERR_[A-Z_]+|[A-Z_]*CERT_[A-Z_]+)\b/.exec(said)?.[0];
  const lost = explainConnection(Object.assign(new Error(said), { code }), 'the collector');
  const status = /"code":\s*"?([45]\d\d)\b/.exec(said)?.[1];
  return (
    lost?.reason ??
    (status === undefined ? 'the collector takes no spans' : `the collector answers HTTP ${status}`)
  );
}
