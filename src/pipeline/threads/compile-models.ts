import { openModels, type RuleFiles, type SharedModels, shareModels } from '../models/shared-models.ts';

/** Whether topic and entity files can be used. */
export type ModelsOutcome =
  | { readonly status: 'sound'; readonly topics: readonly string[]; readonly models: SharedModels }
  /** A line for each fault, with file and line. */
  | { readonly status: 'faulty'; readonly message: string };

/** By name, because their modules are loaded only to compile. */
const MISTAKES: ReadonlySet<string> = new Set(['TopicFileError', 'GazetteerError']);

/** Runs inside a thread that ends with it: what compiling needs of memory goes with the thread. */
export async function run(files: RuleFiles): Promise<ModelsOutcome> {
  try {
    const models = await shareModels(files);
    const { topics } = openModels(models).topics;
    return { status: 'sound', topics: topics.map((topic) => topic.id), models };
  } catch (error) {
    const { name, message } = error as Error;
    // A missing path is a fault, too. The path alone does not say which setting names it.
    if (name === 'UnreadableFileError')
      return { status: 'faulty', message: `topics or entities: ${message}` };
    if (MISTAKES.has(name)) return { status: 'faulty', message };
    throw error;
  }
}
