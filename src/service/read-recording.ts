import { explainLines } from '../core/yaml/explain-issues.ts';
import { explainJsonError } from '../core/yaml/explain-json-error.ts';
import { openRecording, type Recording } from '../io/http/recorded-source.ts';

/** Opens a recorded directory. @throws RecordingError with the file, the field, what was found and what was expected */
export function readRecording(directory: string): Promise<Recording> {
  return openRecording(directory, { json: explainJsonError, issues: explainLines });
}
