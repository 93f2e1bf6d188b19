import { z } from 'zod';

/** No credentials: they are never sent, and would be shown to all who see the feeds. */
export const feedUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https address' })
  .max(2_000)
  .refine((text) => !hasCredentials(text), 'a name or password in an address is never sent: leave it out');

function hasCredentials(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** A field that a form sends empty where nothing was filled in. */
function filled(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .transform((text) => (text === '' ? undefined : text))
    .optional();
}

/** A feed to watch, on the page and in the API. */
export const newFeed = z.object({
  url: feedUrl,
  outlet: z.string().trim().min(1).max(200),
  language: filled(35),
  category: filled(100),
});
