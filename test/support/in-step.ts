import type { PageRequest, PageSource } from '../../src/io/http/page-source.ts';

/** A source that responds once so many requests are open, so that the load is full on any machine. */
export function inStep(source: PageSource, size: number): PageSource {
  let open: (() => void)[] = [];
  return {
    ...source,
    async get(request: PageRequest) {
      const response = await source.get(request);
      await new Promise<void>((resolve) => {
        open.push(resolve);
        if (open.length < size) return;
        for (const go of open) go();
        open = [];
      });
      return response;
    },
  };
}
