/** Topic or entity files are invalid. The message has a line for each fault, with file and line. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
}
