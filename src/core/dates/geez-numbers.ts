/** Numbers in the digits of Ethiopia: ones, tens, and `፻` for a hundred. */
const NUMBER = /[፩-፻]{1,8}/gu;
const ONE = 0x1369;
const TEN = 0x1372;

/** Writes numbers in the digits of Ethiopia in those of Europe: `፳፻፲፰` is 2018. */
export function geezInDigits(text: string): string {
  return text.replace(NUMBER, (written) => {
    const [hundreds, rest] = written.includes('፻') ? written.split('፻', 2) : [undefined, written];
    const before = hundreds === undefined ? 0 : hundreds === '' ? 1 : sumOf(hundreds);
    return String(100 * before + sumOf(rest ?? ''));
  });
}

function sumOf(digits: string): number {
  let sum = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0)!;
    sum += code < TEN ? code - ONE + 1 : 10 * (code - TEN + 1);
  }
  return sum;
}
