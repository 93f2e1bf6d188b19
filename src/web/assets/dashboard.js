// bull-board draws the dashboard of the queues with its own script. Some of its buttons are icons without a name that a
// screen reader could read. This script names them each time bull-board draws.

// The names of the buttons in bull-board's header, in order, counted from the last. The first exists with Redis only.
const HEAD = ['About the server', 'Full screen', 'Settings', 'More links'];

function nameOf(button) {
  const entry = button.closest('header li');
  if (entry !== null) {
    const entries = [...entry.parentElement.children];
    return HEAD.at(entries.indexOf(entry) - entries.length) ?? 'Button';
  }
  if (/copy/i.test(button.className)) return 'Copy';
  return button.getAttribute('aria-haspopup') === 'menu' ? 'Actions' : 'Button';
}

function nameButtons() {
  for (const button of document.querySelectorAll('button, a[role="button"]')) {
    const text = button.textContent.trim();
    const label = button.getAttribute('aria-label');
    if (text === '' && label === null && !button.hasAttribute('aria-labelledby'))
      button.setAttribute('aria-label', nameOf(button));
    // People who control the browser by voice say the visible text, so the name must contain it (WCAG 2.5.3).
    if (text !== '' && label !== null && !label.toLowerCase().includes(text.toLowerCase()))
      button.setAttribute('aria-label', `${text}: ${label}`);
  }
  for (const picture of document.querySelectorAll('svg[role="img"]:not([aria-label]):not([aria-hidden])'))
    picture.setAttribute('aria-hidden', 'true');
  for (const logo of document.querySelectorAll('a > img[alt]:not([alt=""])'))
    if (logo.parentElement.textContent.trim() !== '') logo.alt = '';
}

// Adds a link to the console to bull-board's header.
function addWayBack() {
  const list = document.querySelector('header ul');
  if (list === null || list.querySelector('[data-ours]') !== null) return;
  const entry = document.createElement('li');
  entry.dataset.ours = '';
  const link = document.createElement('a');
  link.href = '/';
  const words = document.createElement('span');
  words.textContent = 'Back to chipwatch';
  link.append(words);
  entry.append(link);
  list.prepend(entry);
}

// Adds a heading for screen readers, because some pages of bull-board have none.
function addHeading() {
  if (document.querySelector('h1') !== null) return;
  const heading = document.createElement('h1');
  heading.className = 'unseen';
  heading.textContent = 'Queues';
  document.querySelector('header')?.prepend(heading);
}

// bull-board draws in many small steps. All steps of one frame are mended together.
let isDue = false;
function mendSoon() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(mend);
}

function mend() {
  isDue = false;
  addWayBack();
  addHeading();
  nameButtons();
}

new MutationObserver(mendSoon).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['aria-label'],
});
mend();
