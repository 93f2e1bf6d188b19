import { load } from 'cheerio';
import { cookieJar } from './cookie-jar.ts';

/** A page as a browser without scripts shows it. */
export interface ShownPage {
  readonly status: number;
  /** Its path and query, after redirects. */
  readonly path: string;
  /** The visible text. */
  readonly text: string;
  readonly html: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface FormBrowser {
  open(path: string): Promise<ShownPage>;
  /**
   * Sends the page's form that has this button, with its prefilled values and `fields`. Throws for a field that the
   * form lacks, and for a button that is missing or ambiguous (`at` selects one of several).
   */
  press(page: ShownPage, button: string, fields?: Fields, at?: number): Promise<ShownPage>;
}

/** A browser that uses only links and forms. */
export function formBrowser(base: string): FormBrowser {
  const { send } = cookieJar();
  const show = async (path: string, init: RequestInit = {}): Promise<ShownPage> => {
    const response = await send(new URL(path, base), init);
    const location = response.headers.get('location');
    if (location !== null) return show(location);
    const html = await response.text();
    const text = load(html)('main').text().replaceAll(/\s+/g, ' ').trim();
    return { status: response.status, path, text, html };
  };
  return {
    open: (path) => show(path),
    press(page, name, fields = {}, at) {
      const $ = load(page.html);
      const buttons = $('form button').filter((_index, one) => $(one).text().trim() === name);
      if (buttons.length === 0 || (at === undefined && buttons.length > 1))
        throw new Error(`${page.path} has ${buttons.length} buttons “${name}”`);
      const button = buttons.eq(at ?? 0);
      const form = button.closest('form');
      const sent = new URLSearchParams(
        form.serializeArray().flatMap(({ name: field, value }) => (field in fields ? [] : [[field, value]])),
      );
      for (const [field, values] of Object.entries(fields)) {
        if (form.find(`[name="${field}"]`).length === 0) throw new Error(`“${name}” has no field ${field}`);
        for (const value of [values].flat()) sent.append(field, value);
      }
      const own = button.attr('name');
      if (own !== undefined) sent.append(own, button.attr('value') ?? '');
      const to = button.attr('formaction') ?? form.attr('action') ?? page.path;
      return form.attr('method') === 'post'
        ? show(to, { method: 'POST', body: sent })
        : show(`${to}?${sent.toString()}`);
    },
  };
}
