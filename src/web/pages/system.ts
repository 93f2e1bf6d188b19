import { z } from 'zod';
import { getLastAlive } from '../../io/store/liveness.ts';
import { examine } from '../../service/doctor/doctor.ts';
import type { Finding } from '../../service/doctor/finding.ts';
import { html } from '../html.ts';
import { route, type WebRoute } from '../route.ts';
import { time } from '../views/parts.ts';

/** Commands for what the console cannot or must not do, each with its reason. */
const COMMANDS: readonly { readonly type: string; readonly about: string }[] = [
  { type: 'chipwatch restore FILE', about: 'fills an empty database from a backup; stop the service first' },
  { type: 'chipwatch migrate', about: 'brings the database up to date; each start does so, too' },
  {
    type: 'chipwatch record URL --out DIRECTORY',
    about: 'fetches a feed with its pages into a directory on this machine, for tests',
  },
  {
    type: 'chipwatch replay DIRECTORY',
    about: 'runs such a directory through the pipeline in a database of its own, and prints what comes out',
  },
  { type: 'chipwatch schema', about: 'prints the JSON Schema of the configuration, for editors' },
  { type: 'chipwatch topics fit FILE', about: 'fits weights to labelled files of your own' },
  { type: 'chipwatch topics check', about: 'warns of unused, doubled and contradictory terms' },
];

const MARKS = { ok: 'ok', note: 'note', bad: 'bad' } as const;

/** `/system`: the state of the service, and the checks of `doctor`. */
export const systemPage: WebRoute = route({
  method: 'GET',
  path: '/system',
  access: 'reader',
  about: 'What runs, and what the doctor finds',
  query: z.object({ doctor: z.enum(['yes']).optional() }),
  handle: async ({ service, query }) => {
    const [pulses, counts] = await Promise.all([
      getLastAlive(service.store.db),
      service.queues.counts().catch(() => undefined),
    ]);
    const findings: Finding[] = [];
    if (query.doctor !== undefined)
      for await (const finding of examine(service.config)) findings.push(finding);
    const body = html`<h1>System</h1>
<h2>Workers</h2>${pulses.size === 0 ? html`<p class="notice bad">No worker has looked for work yet.</p>` : html`<ul class="plain">${[...pulses].map(([role, at]) => html`<li><strong>${role}</strong>: last looked for work ${time(at)}</li>`)}</ul>`}
<h2>Queues</h2>${counts === undefined ? html`<p class="notice bad">The queues do not answer.</p>` : html`<ul class="plain">${Object.entries(counts).map(([name, { waiting, active, delayed }]) => html`<li><strong>${name}</strong>: ${waiting} wait, ${active} in hand, ${delayed ?? 0} later</li>`)}</ul>`}
<h2>Doctor</h2>${
      findings.length === 0
        ? html`<p>It looks at everything the service needs: configuration, topics, feeds, database, queues, deliveries, disk. That takes some seconds.</p><p><a class="button quiet" href="/system?doctor=yes">Run the doctor</a></p>`
        : html`<ul class="plain">${findings.map(({ what, state, says, todo }) => html`<li><span class="${state === 'ok' ? 'good' : state === 'bad' ? 'bad' : 'warn'}">${MARKS[state]}</span> <strong>${what}</strong>: ${says}${todo === undefined ? undefined : html`<br><span class="dim">→ ${todo}</span>`}</li>`)}</ul>`
    }
<h2>By command only</h2><p class="dim">These need the machine: a stopped service, its files, or a terminal. With another configuration than <code>config/chipwatch.yaml</code> add <code>--config ${service.config.file}</code>.</p><ul class="plain">${COMMANDS.map(({ type, about }) => html`<li><code>npx ${type}</code>: ${about}</li>`)}</ul>`;
    return { kind: 'page', title: 'System', section: 'System', body };
  },
});
