/** Headers that protection services send only when they answer instead of the site, with the values that say so. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  'cf-mitigated': /challenge|block/i,
  'x-amzn-waf-action': /challenge|captcha|block/i,
  'x-sucuri-block': /\S/,
  // DataDome: 1 is a captcha, 2 a refusal, 3 a check by script.
  'x-dd-b': /^[1-9]/,
};

/** The header by which an answer says that it is a bot check and not the site's; undefined where there is none. */
export function botCheckHeader(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(SIGNS).find((name) => SIGNS[name]!.test(headers[name] ?? ''));
}
