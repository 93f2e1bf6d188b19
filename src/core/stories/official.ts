/** Domains that only governments, their agencies, courts and armed forces can register. */
const OFFICIAL_HOST =
  /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|mil\.[a-z]{2}|go\.(?:jp|kr|th|id|ke|tz|ug)|gob\.[a-z]{2}|gouv\.[a-z]{2}|gc\.ca|canada\.ca|govt\.nz|europa\.eu|bund\.de|bundesregierung\.de|bundestag\.de|government\.nl|rijksoverheid\.nl|overheid\.nl|admin\.ch|gv\.at|gub\.uy|gouv\.qc\.ca|jus\.br|leg\.br|un\.org|wto\.org|int)$/;

/** Whether a page's host belongs to a government or an intergovernmental body; false for an invalid address. */
export function isOfficialSource(url: string): boolean {
  return URL.canParse(url) && OFFICIAL_HOST.test(new URL(url).hostname);
}
