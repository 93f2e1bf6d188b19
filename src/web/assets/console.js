// The only script of the console. Every page works without it: it puts times into the reader's zone, brings new
// stories in as they come, and gives the list keys.

const zone = { dateStyle: 'medium', timeStyle: 'short' };
const format = new Intl.DateTimeFormat(undefined, zone);

function localTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime()) || time.dataset.local !== undefined) continue;
    time.title = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    time.textContent = format.format(at);
    time.dataset.local = '';
  }
}

// Lists that are live are fetched again when an alert comes; the page's own address says what they show.
function goLive() {
  const live = document.querySelector('[data-live]');
  if (live === null) return;
  let timer;
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser()
      .parseFromString(await answer.text(), 'text/html')
      .querySelector('[data-live]');
    if (fresh === null) return;
    const chosen = document.querySelector('.here')?.dataset.story;
    const open =
      live.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
    if (open) return;
    live.replaceChildren(...fresh.childNodes);
    localTimes(live);
    if (chosen !== undefined)
      choose(
        [...rows()].findIndex((row) => row.dataset.story === chosen),
        false,
      );
  };
  // Alerts that come while the page is loading are sent as well.
  const events = new EventSource(`/events?after=${live.dataset.live}`);
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 300);
  };
  events.addEventListener('alert', soon);
  events.addEventListener('update', soon);
  addEventListener('pagehide', () => events.close());
}

const rows = () => document.querySelectorAll('[data-story]');
let at = -1;

function choose(index, scroll = true) {
  const all = rows();
  if (all.length === 0) return;
  at = Math.max(0, Math.min(index, all.length - 1));
  for (const row of all) row.classList.remove('here');
  const row = all[at];
  row.classList.add('here');
  if (!scroll) return;
  row.scrollIntoView({ block: 'nearest' });
  row.querySelector('a')?.focus({ preventScroll: true });
}

function press(name) {
  const button =
    rows()[at]?.querySelector(`[data-key="${name}"]`) ??
    document.querySelector(`main > [data-actions] [data-key="${name}"]`);
  button?.click();
}

const KEYS = {
  j: () => choose(at + 1),
  k: () => choose(at - 1),
  o: () => rows()[at]?.querySelector('[data-open]')?.click(),
  s: () => press('star'),
  d: () => press('read'),
  '/': () => {
    const field = document.querySelector('input[type="search"]');
    if (field === null) location.assign('/search');
    else field.focus();
  },
  '?': () => location.assign('/help'),
};

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.matches('input, textarea, select, [contenteditable]')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const act = KEYS[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

// Marks and judgements are made without leaving the list; without a script the form leads to the story.
addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-quiet]')) return;
  event.preventDefault();
  const data = new URLSearchParams(new FormData(form));
  const button = event.submitter ?? form.querySelector('button');
  if (button.name !== '') data.set(button.name, button.value);
  const answer = await fetch(form.action, {
    method: 'POST',
    body: data,
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) {
    form.removeAttribute('data-quiet');
    form.requestSubmit(button);
    return;
  }
  if (button.name === 'relevant') {
    const details = form.closest('details');
    details.querySelector('summary').textContent = button.value === 'yes' ? 'relevant' : 'not relevant';
    details.removeAttribute('open');
    return;
  }
  const pressed = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(pressed));
  button.value = pressed ? 'no' : 'yes';
  if (button.dataset.key === 'read') form.closest('[data-story]')?.classList.toggle('seen', pressed);
});

// A text is explained while it is typed or pasted. An address is fetched only when the button is pressed.
const EXPLAIN_AFTER = 700;
let explaining;
async function explain(form) {
  explaining?.abort();
  const field = form.querySelector('textarea');
  const target = document.getElementById(form.dataset.explain);
  const text = field.value.trim();
  if (text === '' || /^https?:\/\/\S*$/.test(text)) return target.replaceChildren();
  explaining = new AbortController();
  const { signal } = explaining;
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { accept: 'text/html' },
    signal,
  });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-explained]');
  if (fresh !== null && !signal.aborted) target.replaceChildren(...fresh.childNodes);
}
let typed;
addEventListener('input', (event) => {
  const form = event.target.closest?.('[data-explain]');
  if (form === null || form === undefined) return;
  clearTimeout(typed);
  // An error needs no handling: the next key sends the text again.
  typed = setTimeout(() => explain(form).catch(() => {}), EXPLAIN_AFTER);
});

// A file that is chosen is put into the text field beside it, so that no form has to carry files.
addEventListener('change', async (event) => {
  const target = event.target.dataset?.into;
  const file = event.target.files?.[0];
  if (target === undefined || file === undefined) return;
  document.getElementById(target).value = await file.text();
});
addEventListener('click', (event) => {
  const menu = document.querySelector('.more[open]');
  if (menu !== null && !menu.contains(event.target)) menu.removeAttribute('open');
});

localTimes(document);
goLive();
