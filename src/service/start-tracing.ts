import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { throttleReports } from '../io/throttle-reports.ts';
import type { WorkerRole } from './roles.ts';
import { VERSION } from './version.ts';

/** Spans not sent by then are dropped: an unreachable collector must not delay the end. Milliseconds. */
const LAST_EXPORT = 1_000;

/**
 * Sends the spans of this process to the collector named in the environment. The library is loaded only here, because
 * most services do not use it.
 * @returns a function that sends what is left
 */
export async function startTracing(log: Logger, roles: readonly WorkerRole[]): Promise<() => Promise<void>> {
  const say = throttleReports();
  const failed = (reason: string) =>
    say('traces', (passedOver) =>
      log.warn(
        { event: 'traces.failed', reason, passedOver },
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
