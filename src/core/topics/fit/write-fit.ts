import type { FitDefinition } from '../definition.ts';

/** The file of a topic's weights, one on each line in alphabetical order, so that a diff shows what changed. */
export function writeFit(
  topic: string,
  { bias, cuts, weights }: Pick<FitDefinition, 'bias' | 'cuts' | 'weights'>,
): string {
  const lines = [...weights]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `      ${name}: ${weight}`);
  return `# Written by "chipwatch topics fit": what each piece of evidence adds to the log-odds of ${topic}.
fit:
  ${topic}:
    bias: ${bias}
    possible: ${cuts.possible}
    sure: ${cuts.sure}
    weights:
${lines.join('\n')}
`;
}
