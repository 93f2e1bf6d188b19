import { z } from 'zod';
import { hasCredentials } from '../core/urls/has-credentials.ts';
import { languageFault } from '../service/check-routes.ts';

/** URLs with credentials are refused: they would never be sent, and everybody who sees the feeds would see them. */
export const feedUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https address' })
  .max(2_000)
  .refine(
    (text) => !hasCredentials(text),
    'expected an address without name and password, which are never sent',
  );

/** An optional field; forms send an empty string for one that was not filled in. */
function filled(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .transform((text) => (text === '' ? undefined : text))
    .optional();
}

/** The fields of a feed to add, on the page and in the API. */
export const newFeed = z.object({
  url: feedUrl,
  outlet: z.string().trim().min(1).max(200),
  language: filled(35).superRefine((tag, context) => {
    const fault = tag === undefined ? undefined : languageFault(tag);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  }),
  category: filled(100),
});
