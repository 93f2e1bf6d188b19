import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveReport, Outlet } from './life.ts';
import { escape } from '../habit.ts';
import { mulberry32 } from '../../../bench/support/random.ts';
import { type Limits, type Politeness, watchPoliteness } from './watch-politeness.ts';
import { listening } from '../../support/listening.ts';

/** A web of outlets on loopback, each on its own address. */
export interface LiveWeb extends AsyncDisposable {
  readonly feeds: readonly string[];
  readonly politeness: Politeness;
  /** When each report appeared in its feed; epoch milliseconds. */
  readonly publishedAt: ReadonlyMap<string, number>;
  /** When the simulation began; epoch milliseconds. */
  readonly begunAt: number;
  setOnAir(isOnAir: boolean): void;
}

/** The number of entries in a feed. */
const WINDOW = 40;
/** After this time an `editing` outlet changes headline and text, and a `renaming` one the guid. Milliseconds. */
const EDITED_AFTER = 60_000;

export async function liveWeb(
  outlets: readonly Outlet[],
  life: readonly LiveReport[],
  { limits, seed }: { readonly limits: Limits; readonly seed: number },
): Promise<LiveWeb> {
  const byHost = new Map(outlets.map((outlet) => [outlet.host, outlet]));
  const random = mulberry32(seed + 1);
  const politeness = watchPoliteness(limits);
  const publishedAt = new Map<string, number>();
  const begunAt = Date.now();
  let isOnAir = true;
  const server = createServer((request, response) => {
    const outlet = byHost.get((request.headers.host ?? '').replace(/:\d+$/, ''));
    if (!isOnAir || outlet === undefined) {
      request.socket.destroy();
      return;
    }
    const done = politeness.begin(outlet.host, request.url ?? '/');
    response.on('close', done);
    void serve(outlet, request, response).catch(() => response.destroy());
  });

  function shown(outlet: Outlet): LiveReport[] {
    const elapsed = Date.now() - begunAt;
    const own = life.filter((report) => report.outlet === outlet.index && report.at <= elapsed);
    for (const { id, at } of own) if (!publishedAt.has(id)) publishedAt.set(id, begunAt + at);
    return own.slice(-WINDOW);
  }

  async function serve(outlet: Outlet, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const base = `http://${request.headers.host}`;
    if (path === '/robots.txt') return send(response, 'text/plain', 'User-agent: *\nDisallow: /private\n');
    switch (outlet.manner) {
      case 'slow':
        await pause(500 + random() * 3_000);
        break;
      case 'failing':
        if (random() < 0.25) return send(response, 'text/html', 'broken', 500);
        break;
      case 'asking':
        if (path === '/feed.xml' && random() < 0.1) {
          politeness.asked(outlet.host, 5_000);
          response.setHeader('retry-after', '5');
          return send(response, 'text/plain', 'later', 429);
        }
        break;
      case 'lying':
        if (random() < 0.15) return send(response, 'text/html', '<title>Are you a robot?</title>', 200);
        if (random() < 0.1) {
          response.setHeader('content-length', '100000');
          response.write('<');
          await pause(200);
          response.destroy();
          return;
        }
        break;
      case 'redirecting':
        if (!path.startsWith('/to/')) {
          response.setHeader('location', `${base}/to${path}`);
          return send(response, 'text/plain', '', path === '/feed.xml' ? 302 : 301);
        }
        break;
      case 'hostile':
        if (random() < 0.5) return attack(response, random());
        break;
      default:
    }
    const asked = path.replace(/^\/to\//, '/');
    if (asked === '/feed.xml')
      return send(response, 'application/rss+xml; charset=utf-8', feedOf(shown(outlet), outlet, base));
    const report = life.find(({ id, outlet: of }) => asked === `/${id}.html` && of === outlet.index);
    if (report === undefined) return send(response, 'text/html', 'none', 404);
    send(response, 'text/html; charset=utf-8', pageOf(report, isEdited(report, outlet)));
  }

  const isEdited = (report: LiveReport, outlet: Outlet) =>
    outlet.manner === 'editing' && Date.now() - begunAt - report.at > EDITED_AFTER;

  function feedOf(reports: readonly LiveReport[], outlet: Outlet, base: string): string {
    const items = reports.toReversed().map((report) => {
      const isRenamed = outlet.manner === 'renaming' && Date.now() - begunAt - report.at > EDITED_AFTER;
      const title = escape(isEdited(report, outlet) ? `${report.title} (updated)` : report.title);
      return `<item><title>${title}</title><link>${base}/${report.id}.html</link><guid isPermaLink="false">${isRenamed ? 'new-' : ''}${report.id}</guid><pubDate>${new Date(begunAt + report.at).toUTCString()}</pubDate><description>${escape(report.text.slice(0, 120))}</description></item>`;
    });
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet ${outlet.index}</title><link>${base}/</link>${items.join('')}</channel></rss>`;
  }

  const own = await listening(server, outlets[0]?.host.startsWith('[') === true ? '::' : '0.0.0.0');
  return {
    feeds: outlets.map(({ host }) => `http://${host}:${own.port}/feed.xml`),
    politeness,
    publishedAt,
    begunAt,
    setOnAir(next) {
      isOnAir = next;
      if (!next) server.closeAllConnections();
    },
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

function pageOf({ title, text, language }: LiveReport, isEdited: boolean): string {
  const paragraphs = text.split('\n\n').map((one) => `<p>${escape(one)}</p>`);
  const more = isEdited ? '<p>The office added a date on the following day.</p>' : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><article><h1>${escape(title)}</h1>${paragraphs.join('')}${more}</article></body></html>`;
}

/** What a hostile server may do. */
async function attack(response: ServerResponse, which: number): Promise<void> {
  if (which < 0.3) {
    // An endless response, a few bytes at a time.
    response.writeHead(200, { 'content-type': 'text/html' });
    for (let n = 0; n < 200 && !response.destroyed; n += 1) {
      response.write('<');
      await pause(20);
    }
    response.destroy();
  } else if (which < 0.6) {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    const deep = '<a>'.repeat(20_000);
    for (let n = 0; n < 30 && !response.destroyed; n += 1) response.write(deep);
    response.end();
  } else {
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
  }
}
