import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonText } from '../core/messages/json-text.ts';
import { html } from './html.ts';
import { type Frame, layout } from './layout.ts';
import type { Visitor } from './route.ts';

export interface Problem {
  readonly status: number;
  /** Empty where the status says enough. */
  readonly title: string;
  readonly detail?: string | undefined;
}

/** Whether the client prefers HTML; others get JSON. */
export function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? '';
  if (path.startsWith('/api/')) return false;
  const wanted = acceptedTypes(request.headers.accept ?? '');
  const page = wanted.get('text/html') ?? 0;
  return (
    page > 0 &&
    page >= Math.max(wanted.get('application/json') ?? 0, wanted.get('application/problem+json') ?? 0)
  );
}

/** The media types of an Accept header with their weights, 1 where none is given. */
function acceptedTypes(header: string): Map<string, number> {
  return new Map(
    header.split(',').map((one) => {
      const [type = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [type, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
    }),
  );
}

/** Sends an error as a page or as problem details (RFC 9457), whichever the client accepts. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  visitor: Visitor | undefined,
  frame: Omit<Frame, 'visitor' | 'section'>,
): FastifyReply {
  const { status, detail } = problem;
  const title = problem.title === '' ? (STATUS_CODES[status] ?? 'Error') : problem.title;
  reply.code(status).header('cache-control', 'no-store');
  if (!wantsPage(request))
    return reply.type('application/problem+json; charset=utf-8').send(
      jsonText({
        type: 'about:blank',
        title,
        status,
        ...(detail === undefined ? {} : { detail }),
      }),
    );
  const body = html`<h1>${title}</h1>${detail === undefined ? undefined : html`<p>${detail}</p>`}<p>${visitor === undefined || visitor.role !== undefined ? html`<a href="/">To the stories</a>` : html`<a href="/login">To the log-in</a>`}</p>`;
  return reply
    .type('text/html; charset=utf-8')
    .send(layout(title, body, { ...frame, visitor, section: undefined }));
}
