import { compileApart } from '../models/compile-apart.ts';
import { openModels, type SharedModels, shareModels } from '../models/shared-models.ts';
import type { RuleFiles } from '../models/load-topics.ts';

/** Whether topic and entity files are valid. */
export type ModelsOutcome =
  | { readonly status: 'sound'; readonly topics: readonly string[]; readonly models: SharedModels }
  /** A line for each fault, with file and line. */
  | { readonly status: 'faulty'; readonly message: string };

/** By name, because their modules are loaded only to compile. */
const MISTAKES: ReadonlySet<string> = new Set(['TopicFileError', 'GazetteerError']);

/** Runs on a thread that ends afterwards. Rules that changed are compiled in a process of their own. */
export async function run(files: RuleFiles): Promise<ModelsOutcome> {
  await compileApart(files);
  try {
    const models = await shareModels(files);
    const { topics } = openModels(models).topics;
    return { status: 'sound', topics: topics.map((topic) => topic.id), models };
  } catch (error) {
    const { name, message } = error as Error;
    // A missing path is a fault too. The message adds which setting names the path.
    if (name === 'UnreadableFileError')
      return { status: 'faulty', message: `topics or entities: ${message}` };
    if (MISTAKES.has(name)) return { status: 'faulty', message };
    throw error;
  }
}
