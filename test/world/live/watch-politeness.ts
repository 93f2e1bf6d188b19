/** The limits of a host, and whether they were kept. */
export interface Politeness {
  /** Call when a request's head has arrived; call the returned function when its response is sent. */
  begin(host: string, path: string): () => void;
  /** Call when the host has asked not to be requested for this time. */
  asked(host: string, forMs: number): void;
  readonly violations: readonly string[];
}

/** The greatest number of simultaneous requests, and the milliseconds between the starts of two. */
export interface Limits {
  readonly concurrency: number;
  readonly spacingMs: number;
}

/** The network and a busy machine can bring two requests this much closer together. Milliseconds. */
const TOLERANCE = 400;

export function watchPoliteness({ concurrency, spacingMs }: Limits): Politeness {
  const hosts = new Map<string, { open: number; last: number; notBefore: number }>();
  const violations: string[] = [];
  const of = (host: string) => {
    const known = hosts.get(host) ?? { open: 0, last: -Infinity, notBefore: 0 };
    hosts.set(host, known);
    return known;
  };
  return {
    violations,
    begin(host, path) {
      const now = performance.now();
      const state = of(host);
      state.open += 1;
      if (state.open > concurrency) violations.push(`${host}${path}: ${state.open} requests at a time`);
      if (now - state.last < spacingMs - TOLERANCE)
        violations.push(`${host}${path}: ${Math.round(now - state.last)} ms after the one before`);
      if (now < state.notBefore - TOLERANCE)
        violations.push(`${host}${path}: ${Math.round(state.notBefore - now)} ms before Retry-After ended`);
      if (path.startsWith('/private')) violations.push(`${host}${path}: robots.txt disallows it`);
      state.last = now;
      let isOpen = true;
      return () => {
        if (isOpen) state.open -= 1;
        isOpen = false;
      };
    },
    asked(host, forMs) {
      of(host).notBefore = performance.now() + forMs;
    },
  };
}
