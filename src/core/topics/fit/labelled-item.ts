import { z } from 'zod';

/** A line of a file of labelled items. */
export const LABELLED_ITEM = z.object({
  id: z.string().optional(),
  lang: z.string().default('und'),
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
  /** The topics that the labels are about, where they are not about all, as in a reader's judgement. */
  judged: z.array(z.string()).optional(),
  /** Author or archive; the file's name where the item has none. */
  source: z.string().optional(),
});

export type LabelledItem = z.output<typeof LABELLED_ITEM>;
