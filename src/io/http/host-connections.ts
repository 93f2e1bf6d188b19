import type { Agent as AgentType, Dispatcher } from 'undici';
import { Agent } from './undici.ts';

/** Connections to hosts, as many to each as requests are sent to it at a time. */
export interface HostConnections {
  /**
   * Sends a request through a connection that no other one uses until `send` has ended.
   * @param origin scheme, host and port
   */
  use<T>(origin: string, send: (dispatcher: Dispatcher) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens connections without undici's pools. A pool keeps a queue with 2,048 places (16 kB) for each host, also when it has
 * one connection, and thousands of hosts are connected at a time. Nearly all have one request at a time, so each agent
 * here keeps one connection for each host, and further agents are used only for further requests to the same one.
 */
export function openConnections(options: AgentType.Options): HostConnections {
  const agents: Dispatcher[] = [];
  /** For each origin with requests, the agents that they use. */
  const inUse = new Map<string, Set<number>>();
  return {
    async use(origin, send) {
      const used = inUse.get(origin) ?? new Set();
      inUse.set(origin, used);
      let nth = 0;
      while (used.has(nth)) nth += 1;
      used.add(nth);
      try {
        agents[nth] ??= new Agent({ ...options, connections: 1 });
        return await send(agents[nth]!);
      } finally {
        used.delete(nth);
        if (used.size === 0) inUse.delete(origin);
      }
    },
    async close() {
      await Promise.all(agents.map((agent) => agent.close()));
    },
  };
}
