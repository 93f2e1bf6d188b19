const VISIBILITY_PROPERTY =
  /^(?:display|visibility|clip|clip-path|overflow(?:-[xy])?|text-indent|font-size|position|left|right|top|margin-left|margin-top|(?:max-)?height|width|transform)$/;

/**
 * The declarations that affect visibility. Fading, mostly an entrance effect, and the equal-height trick are left
 * out.
 */
function declarationsOf(body: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (VISIBILITY_PROPERTY.test(property))
      found.set(
        property,
        declaration
          .slice(colon + 1)
          .trim()
          .replace(/\s*!\s*important$/i, '!important'),
      );
  }
  return found;
}

/** The declarations of one rule, read when asked for: most rules hold for no element of the page. */
export class Declarations {
  private readonly body: string;
  private read: ReadonlyMap<string, string> | undefined;

  constructor(body: string) {
    this.body = body;
  }

  get values(): ReadonlyMap<string, string> {
    return (this.read ??= declarationsOf(this.body));
  }
}

/** Whether a rule shows its element again. */
export function shows(declarations: ReadonlyMap<string, string>): boolean {
  return !(declarations.get('display') ?? 'none').startsWith('none') || isVisible(declarations);
}

function isVisible(declarations: ReadonlyMap<string, string>): boolean {
  return declarations.get('visibility')?.startsWith('visible') === true;
}

/** Whether a value overrides those of more specific rules. */
export function isImportant(value: string): boolean {
  return value.endsWith('!important');
}
