import { type FittedWeights, type FitTask, fitWeights } from '../topics/fit-weights.ts';

/** Runs on a thread of its own, because fitting takes a processor for up to minutes. */
export function run(task: FitTask): Promise<FittedWeights> {
  return fitWeights(task);
}
