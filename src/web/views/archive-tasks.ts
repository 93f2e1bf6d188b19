import type { KeptTask } from '../../io/store/articles/archive-tasks.ts';
import { type Html, html } from '../html.ts';
import { saidOfTask } from '../archive/said-of-work.ts';
import { time } from './parts.ts';

/** The latest work on the archive; `isHere` says whether its result is still in memory. */
export function taskList(tasks: readonly KeptTask[], isHere: (task: string) => boolean): Html | undefined {
  if (tasks.length === 0) return undefined;
  return html`<h2>Latest work</h2><table class="cards"><thead><tr><th>Began</th><th>Work</th><th>By</th><th>What came of it</th></tr></thead><tbody>${tasks.map(
    (one) => {
      const state = one.state === 'running' && isHere(one.task) ? 'Under way.' : saidOfTask(one);
      return html`<tr><td class="when" data-label="Began">${time(one.began_at)}</td><td data-label="Work"><a href="/archive/tasks/${one.task}">${one.title}</a></td><td data-label="By">${one.who}</td><td class="words" data-label="What came of it">${one.state === 'failed' || one.state === 'interrupted' ? html`<span class="bad">${state}</span>` : state}</td></tr>`;
    },
  )}</tbody></table>`;
}
