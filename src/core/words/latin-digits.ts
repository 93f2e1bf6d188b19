/** A cheap test: between these ranges there are no digits. */
const MAY_HAVE = /[\u0660-\u1fff\ua620-\uffff]/;

/** Writes the digits of all scripts as 0–9. */
export function inLatinDigits(text: string): string {
  if (!MAY_HAVE.test(text)) return text;
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) as number)));
}

/** The ten digits of a script have consecutive codes. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
