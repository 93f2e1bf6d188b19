import { VERSION } from '../../service/version.ts';
import { type Html, html, verbatim } from '../html.ts';
import { route, type WebRoute } from '../route.ts';
import { archiveApi } from './archive.ts';
import { channelApi } from './channels.ts';
import { feedApi } from './feeds.ts';
import { itemApi } from './items.ts';
import { judgingApi } from './judging.ts';
import { openApi } from './openapi.ts';
import { operationApi } from './operations.ts';
import { peopleApi } from './people.ts';
import { searchApi } from './searches.ts';
import { storyApi } from './stories.ts';
import { tokenApi } from './tokens.ts';
import { topicApi } from './topics.ts';

const CALLS: readonly WebRoute[] = [
  ...storyApi,
  ...judgingApi,
  ...searchApi,
  ...topicApi,
  ...archiveApi,
  ...feedApi,
  ...operationApi,
  ...channelApi,
  ...itemApi,
  ...peopleApi,
  ...tokenApi,
];

/** All routes of `/api/v1`, its OpenAPI document and the page that shows it. */
export const apiRoutes: readonly WebRoute[] = [
  ...CALLS,
  route({
    method: 'GET',
    path: '/api/v1/openapi.json',
    access: 'reader',
    about: 'The API, as OpenAPI 3.1',
    handle: async ({ service }) => ({
      kind: 'json',
      value: openApi(CALLS, VERSION, service.config.web.publicUrl),
    }),
  }),
  route({
    method: 'GET',
    path: '/api',
    access: 'reader',
    about: 'The API, to read',
    handle: async ({ service }) => {
      const { paths } = openApi(CALLS, VERSION, service.config.web.publicUrl) as {
        paths: Record<string, Record<string, Operation>>;
      };
      const body = html`<h1>API</h1>
<p>All that the pages show and do, for programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Send a token (made at your name, or with <code>chipwatch tokens add</code>) as <code>Authorization: Bearer …</code>. Lists have a cursor: <code>next</code> goes into <code>after</code>. Errors are problem details (RFC 9457). What has not changed answers 304 to its ETag. <a href="/events">/events</a> streams alerts; <code>Last-Event-ID</code> brings what was missed.</p>
${Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(
    ([
      method,
      operation,
    ]) => html`<h2><code>${method.toUpperCase()} ${path}</code></h2><p>${operation.summary} <span class="dim">(${operation['x-role']})</span></p>
${operation.parameters.length === 0 ? undefined : html`<ul>${operation.parameters.map(({ name, required, schema, description }) => html`<li><code>${name}</code>${required ? ' (needed)' : ''}${description === undefined ? '' : html`: ${inCode(description)}`}${schema.enum === undefined ? '' : ` – ${schema.enum.join(', ')}`}</li>`)}</ul>`}
${operation.requestBody === undefined ? undefined : html`<details><summary>Body<span class="hidden"> of ${method.toUpperCase()} ${path}</span></summary><pre>${verbatim(JSON.stringify(operation.requestBody.content['application/json'].schema, undefined, 2))}</pre></details>`}`,
  ),
)}`;
      return { kind: 'page', title: 'API', section: 'API', body };
    },
  }),
];

/** What stands between backticks as code. */
function inCode(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

interface Operation {
  readonly summary: string;
  readonly 'x-role': string;
  readonly parameters: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly schema: { readonly enum?: readonly string[] };
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: unknown } } };
}
