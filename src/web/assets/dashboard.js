// The dashboard of the queues is bull-board's, drawn by its own script. What it leaves without a name for those who do not
// see its pictures gets one here, each time it draws.

// Buttons in its head, by their place from the end; the first is there with Redis only.
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
    // Who speaks to the browser says what is to be seen.
    if (text !== '' && label !== null && !label.toLowerCase().includes(text.toLowerCase()))
      button.setAttribute('aria-label', `${text}: ${label}`);
  }
  for (const picture of document.querySelectorAll('svg[role="img"]:not([aria-label]):not([aria-hidden])'))
    picture.setAttribute('aria-hidden', 'true');
  for (const logo of document.querySelectorAll('a > img[alt]:not([alt=""])'))
    if (logo.parentElement.textContent.trim() !== '') logo.alt = '';
}

// The way back, where it is seen.
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

// Some of its pages have no heading.
function addHeading() {
  if (document.querySelector('h1') !== null) return;
  const heading = document.createElement('h1');
  heading.className = 'unseen';
  heading.textContent = 'Queues';
  document.querySelector('header')?.prepend(heading);
}

// It draws in many small steps; once for all of them is enough.
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
