import { readFile } from 'node:fs/promises';
import { compileGazetteer, type Gazetteer } from '../core/entities/gazetteer.ts';
import { parseGazetteer } from '../core/entities/gazetteer-data.ts';

/** Reads and compiles the gazetteer. @throws GazetteerError, or the file system's error */
export async function loadGazetteer(file: string): Promise<Gazetteer> {
  return compileGazetteer(parseGazetteer(await readFile(file, 'utf8'), file));
}
