import { compileEld, type EldData, type EldModel } from './eld-model.ts';
import { compileFranc, type FrancData, type FrancModel } from './franc-model.ts';
import { fileBeside, loadSync } from './load-sync.ts';

/** The n-grams of the languages, in arrays that threads can share. */
export interface LanguageModel {
  readonly eld: EldModel;
  readonly franc: FrancModel;
}

let inUse: LanguageModel | undefined;

/**
 * Compiles the data of both packages, with eld's small model; the cue words make up for the difference to the large
 * one. Takes 0.7 s and 60 MB of heap, which stay in the thread that loads the packages.
 */
export function compileLanguageModel(): LanguageModel {
  const { ngramsData } = loadSync<{ readonly ngramsData: Omit<EldData, 'dictionary'> }>(
    fileBeside('eld/small', '../ngrams/small.js'),
  );
  const { dictionary } = loadSync<Pick<EldData, 'dictionary'>>(fileBeside('eld/small', '../dictionary.js'));
  const { data } = loadSync<{ readonly data: FrancData }>(fileBeside('franc', './data.js'));
  return { eld: compileEld({ ...ngramsData, dictionary }), franc: compileFranc(data) };
}

/** Uses a compiled model in this thread. */
export function useLanguageModel(model: LanguageModel): void {
  inUse = model;
}

/** This thread's model. Without `useLanguageModel` it is compiled on first use. */
export function languageModel(): LanguageModel {
  inUse ??= compileLanguageModel();
  return inUse;
}
