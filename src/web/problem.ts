import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
  return (request.headers.accept ?? '').includes('text/html');
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
      JSON.stringify({
        type: 'about:blank',
        title,
        status,
        ...(detail === undefined ? {} : { detail }),
      }),
    );
  const body = html`<h1>${title}</h1>${detail === undefined ? undefined : html`<p>${detail}</p>`}<p><a href="/">To the stories</a></p>`;
  return reply
    .type('text/html; charset=utf-8')
    .send(layout(title, body, { ...frame, visitor, section: undefined }));
}
