import {
  type Attributes,
  type Context,
  context,
  type Link,
  propagation,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

interface TraceOptions {
  readonly attributes?: Attributes;
  /** The W3C trace context of the parent; by default the step that calls. */
  readonly parent?: string | undefined;
  /** Trace contexts of further causes. */
  readonly links?: readonly string[];
}

const NAME = 'chipwatch';
const TRACER = trace.getTracer(NAME);
const PROVIDER = trace.getTracerProvider();

/** Whether spans are made. Otherwise the API makes an empty span and a context for each step all the same. */
function isTracing(): boolean {
  return !(PROVIDER instanceof ProxyTracerProvider) || PROVIDER.getDelegateTracer(NAME) !== undefined;
}

/** Runs a step as a span of its trace. Without an exporter it only runs the step. */
export async function traced<T>(
  name: string,
  step: () => Promise<T>,
  { attributes = {}, parent, links = [] }: TraceOptions = {},
): Promise<T> {
  if (!isTracing()) return step();
  const within = parent === undefined ? context.active() : contextOf(parent);
  const options = { attributes, links: links.flatMap(linkTo) };
  return TRACER.startActiveSpan(name, options, within, async (span) => {
    try {
      return await step();
    } catch (error) {
      span.setStatus({
        code: SpanStatusCode.ERROR,
        message: error instanceof Error ? error.message : String(error),
      });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Adds attributes to the span of the running step. */
export function annotate(attributes: Attributes): void {
  trace.getActiveSpan()?.setAttributes(attributes);
}

/** The W3C trace context of the running step; undefined when it is not recorded. */
export function traceparent(): string | undefined {
  if (trace.getActiveSpan()?.isRecording() !== true) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

function contextOf(traceparent: string): Context {
  return propagation.extract(ROOT_CONTEXT, { traceparent });
}

function linkTo(traceparent: string): Link[] {
  const linked = trace.getSpanContext(contextOf(traceparent));
  return linked === undefined ? [] : [{ context: linked }];
}
