import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { configJsonSchema } from '../config/json-schema.ts';
import { print } from './output.ts';

/** `chipwatch schema`: the JSON Schema of the configuration, for editors. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('print the JSON Schema of config/chipwatch.yaml, for editors')
    .option('--write', 'write it to chipwatch.schema.json')
    .action(async (options: { write?: boolean }) => {
      const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
      if (!options.write) process.stdout.write(text);
      else {
        await writeFile('chipwatch.schema.json', text);
        print('chipwatch.schema.json written');
      }
    });
}
