/** What a name server says of a name: its address, no address, or an error. */
export type DnsAnswer = { readonly address: string } | 'no address' | 'no such name' | 'failure';

const RCODES: Readonly<Record<string, number>> = { 'no such name': 3, failure: 2 };

/** The answer to a question of one name. Of IPv6 addresses it has none. */
export function dnsAnswer(question: Buffer, answer: DnsAnswer): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const address = typeof answer === 'string' ? undefined : answer.address;
  const isFound = address !== undefined && question.readUInt16BE(end - 4) === 1;
  const head = Buffer.from(question.subarray(0, end));
  head.writeUInt16BE(0x81_80 + (typeof answer === 'string' ? (RCODES[answer] ?? 0) : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(isFound ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  if (!isFound) return head;
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, ...address.split('.').map(Number)]);
  return Buffer.concat([head, record]);
}
