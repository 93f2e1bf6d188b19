import { stringify } from 'yaml';
import { z } from 'zod';
import { explainLines } from '../../core/yaml/explain-issues.ts';
import { YamlSource } from '../../core/yaml/yaml-source.ts';
import { type RouteConfig, routeConfigSchema } from '../../core/alerts/route-config.ts';
import { count } from '../../core/messages/phrases.ts';
import { type Html, html, verbatim } from '../html.ts';
import { csrfField } from '../layout.ts';
import { type DryRun, DRY_RUN_DAYS, dryRun } from '../route-dry-run.ts';
import { mayAccess, route, type Visitor, type WebRoute } from '../route.ts';
import { notice } from '../views/parts.ts';

const SHOWN = 20;

function outcome({ stories, reports, hasMore }: DryRun): Html {
  return html`<div class="notice good" role="status"><p>It would have sent <strong>${count(stories.length, 'alert')}</strong> in the last ${DRY_RUN_DAYS} days, of ${count(reports, 'report')} on a topic${hasMore ? ' (there are more)' : ''}. Updates of stories that were alerted before are not counted, nor what silences would hide.</p></div>
<ul>${stories.slice(0, SHOWN).map(({ id, title, language }) => html`<li><a href="/stories/${id}" lang="${language}" dir="auto">${title}</a></li>`)}</ul>${stories.length > SHOWN ? html`<p class="dim">and ${stories.length - SHOWN} more</p>` : undefined}`;
}

function trying(visitor: Visitor, text: string): Html {
  return html`<h2>Try a route</h2><form method="post" action="/routes/try" class="stack">${csrfField(visitor)}<label>As it would be written in the configuration<textarea class="code" name="route" rows="9" spellcheck="false" required>${verbatim(text)}</textarea></label><div><button>What would it have sent?</button></div></form>`;
}

const asked = z.object({
  topic: z.string().max(64).optional(),
  language: z.string().max(35).optional(),
  outlet: z.string().max(300).optional(),
  level: z.enum(['sure', 'possible']).optional(),
});

/** `/routes`: the routes, and a dry run over past reports. */
export const routeRoutes: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/routes',
    access: 'reader',
    about: 'The routes of the configuration',
    query: asked,
    handle: async ({ service, visitor, query }) => {
      const example = stringify({
        name: 'a-route',
        channels: [service.config.routes[0]?.channels[0] ?? 'terminal'],
        ...(query.topic === undefined ? {} : { topics: [query.topic] }),
        ...(query.language === undefined ? {} : { languages: [query.language] }),
        ...(query.outlet === undefined ? {} : { outlets: [query.outlet] }),
        ...(query.level === undefined ? {} : { level: query.level }),
      });
      const body = html`<h1>Routes</h1><p>A route says which stories go to which channels, and when. They are defined in the configuration; this page shows them, and tries others.</p>
${service.config.routes.map((one) => html`<h2>${one.name}</h2><p>${inWords(one)}</p><details><summary>As written</summary><pre>${verbatim(stringify(one))}</pre></details>`)}
${mayAccess(visitor.role, 'analyst') ? trying(visitor, example) : undefined}`;
      return { kind: 'page', title: 'Routes', section: 'Routes', body };
    },
  }),
  route({
    method: 'POST',
    path: '/routes/try',
    access: 'analyst',
    about: 'Says what a route would have sent in the last 30 days',
    body: z.object({ route: z.string().max(10_000) }),
    handle: async ({ service, visitor, body }) => {
      const page = (
        status: number,
        said: Html,
      ): { kind: 'page'; status: number; title: string; section: string; body: Html } => ({
        kind: 'page',
        status,
        title: 'Routes',
        section: 'Routes',
        body: html`<h1>A route, tried</h1>${said}${trying(visitor, body.route)}<p><a href="/routes">All routes</a></p>`,
      });
      const yaml = new YamlSource(body.route);
      const [fault] = yaml.faults;
      if (fault !== undefined)
        return page(422, notice(`Line ${yaml.placeAt(fault.offset).line}: ${fault.message}`, 'bad'));
      const value = yaml.value();
      const given: unknown = Array.isArray(value) ? value[0] : value;
      const parsed = routeConfigSchema.safeParse(given);
      if (!parsed.success)
        return page(422, notice(explainLines(parsed.error.issues, given, routeConfigSchema), 'bad'));
      return page(200, outcome(await dryRun(service.store.db, parsed.data)));
    },
  }),
];

/** A route in a sentence. */
function inWords(one: RouteConfig): string {
  const parts = [
    `${one.level === 'possible' ? 'sure and possible' : 'sure'} matches of ${one.topics?.join(', ') ?? 'all topics'}`,
    one.stances && `only ${one.stances.join(', ')}`,
    one.languages && `in ${one.languages.join(', ')}`,
    one.outlets && `of ${one.outlets.join(', ')}`,
    one.excludeOutlets && `not of ${one.excludeOutlets.join(', ')}`,
    one.minConfidence === undefined ? undefined : `from confidence ${one.minConfidence} on`,
    `to ${one.channels.join(', ')}`,
    one.digest === undefined ? 'at once' : `as a digest (${one.digest.every})`,
    one.quietHours === undefined ? undefined : 'with quiet hours',
    one.cap === undefined ? undefined : `at most ${one.cap.perHour} an hour`,
    one.updates ? 'with updates' : 'without updates',
  ];
  return parts.filter((part): part is string => part !== undefined).join('; ');
}
