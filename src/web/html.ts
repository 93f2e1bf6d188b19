import { escapeHtml } from '../core/messages/escape.ts';
import { safeLines } from '../core/messages/plain-text.ts';

/** Markup that is safe to send. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | readonly Html[];

/** A template whose values are escaped, unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return {
    markup: parts.reduce(
      (text, part, index) => text + part + (index < values.length ? show(values[index]) : ''),
      '',
    ),
  };
}

function show(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(safeLines(String(value)));
  if ('markup' in value) return value.markup;
  return value.map((one) => one.markup).join('');
}

/** A whole page. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · chipwatch</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" title="chipwatch alerts" href="/alerts.atom">
</head>
<body>
<header><a class="name" href="/">chipwatch</a><nav><a href="/">Alerts</a><a href="/feeds">Feeds</a><a href="/queues">Queues</a><a href="/alerts.atom">Atom</a></nav></header>
<main>${body}</main>
</body>
</html>`.markup;
}
