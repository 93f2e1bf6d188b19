import { checkRules } from '../../pipeline/threads/document-reader.ts';
import type { RuleFiles } from '../../pipeline/models/load-topics.ts';
import type { Finding } from './finding.ts';
import { rulesVersion } from '../watch-rules.ts';

/**
 * Returns a check of the rule files as they are now. A service that runs keeps the rules it has when an edit is faulty,
 * but its next start would fail. Files that have not changed are not compiled again.
 */
export function rulesExaminer(files: RuleFiles): () => Promise<Finding> {
  let judged: { readonly version: string; readonly finding: Finding } | undefined;
  return async () => {
    const version = await rulesVersion(files);
    if (judged?.version !== version) judged = { version, finding: await examineRules(files) };
    return judged.finding;
  };
}

async function examineRules(files: RuleFiles): Promise<Finding> {
  const outcome = await checkRules(files);
  if (outcome.status === 'sound') return { what: 'topics', state: 'ok', says: outcome.topics.join(', ') };
  const [first = ''] = outcome.message.split('\n');
  return {
    what: 'topics',
    state: 'bad',
    says: `edited topics are not sound; those before stay in use until a restart, which would fail (${first.slice(0, 300)})`,
    todo: 'mend the file that is named',
  };
}
