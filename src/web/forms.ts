import type { FastifyInstance } from 'fastify';

/** Parses bodies of forms (`application/x-www-form-urlencoded`); a field that came several times becomes a list. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body: string, done) => {
      const fields = new Map<string, string | string[]>();
      for (const [name, value] of new URLSearchParams(body)) {
        const known = fields.get(name);
        fields.set(name, known === undefined ? value : [...[known].flat(), value]);
      }
      done(null, Object.fromEntries(fields));
    },
  );
}
