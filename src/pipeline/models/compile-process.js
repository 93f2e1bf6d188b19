// @ts-check
import { useCompileCache } from '../../io/cache/compile-cache.js';

// What the process of compile-apart.ts runs. JavaScript, for the reason in compile-cache.js.
useCompileCache();
const { shareModels } = await import('./shared-models.ts');
const [topics = '', entities = ''] = process.argv.slice(2);
await shareModels({ topics, entities });
