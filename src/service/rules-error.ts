/** Topic or entity files cannot be used. The message has a line for each fault, with file and line. */
export class RulesError extends Error {
  override readonly name = 'RulesError';
}
