import { expect, test } from 'vitest';
import { topicsOf } from './shipped-topics.ts';

/** Long texts in which every word of the topics occurs; none of them is news of a ban. */
const STANDARD = [
  'This document specifies the export of configuration data between controllers. A controller MUST NOT export keys unless access control permits it.',
  'An implementation SHOULD block any peer that is on the ban list. Entries on the ban list are limited to one thousand; older ones are dropped.',
  'The chip select line is asserted by the host processor. If the processor is restricted to secure mode, memory outside the region cannot be accessed and the bus controller stops the transfer.',
  'Custom headers are inspected at the border gateway. Packets that fail inspection are seized by the filter and examined later, which bypasses the normal path and evades no rule of this section.',
  'National registries in China, the United States and Japan assign numbers under licence from the authority. The licence requirement is described in Section 7, with the approval of the working group.',
  'Import statements are resolved before export statements. An import that is not permitted is rejected, and the loader halts.',
];
const KERNEL = [
  'This release restricts unprivileged use of the accelerator interface and blocks custom firmware on the graphics driver by default.',
  'Support for the Ascend NPU has been dropped from staging because nobody in Shenzhen or Beijing answered the maintainers.',
  'The export of symbols to proprietary modules is limited further. GPL-only symbols may not be used by binary drivers, Nvidia included.',
  'A ban on floating point in the kernel is lifted for the AMD display code. The new rules permit it where the compiler supports it.',
  'Loongson, Zhaoxin and Hygon processors get small fixes. RISC-V learns to suspend, and chips from Intel report their temperature again.',
  'The block layer seizes requests that were held up at the border of two zones. Scans are faster, checks are stricter.',
];
const HIRING = [
  'ASML | Veldhoven, Netherlands | Onsite | We build the lithography machines that make every advanced chip. Visa support for citizens of most countries; export control rules may apply to some positions.',
  'Huawei Research | Munich | Compiler engineers for Ascend processors. Experience with CUDA or custom accelerators is welcome.',
  'Nvidia | Santa Clara | Remote in the US | We are looking for people who know GPUs, networks and supply chains.',
  'Small start-up | Berlin | We replace spreadsheets for customs brokers: declarations, inspections, duties. Python, Postgres.',
  'Government Digital Service | London | Help us procure better. Restricted to UK nationals with clearance.',
  'Semiconductor analytics | Taipei | Data on fabs, wafers and orders. No licence needed, no recruiters please.',
];
const ESSAY = [
  'For thirty years we have told ourselves that intelligence is a matter of more data. The truth is duller: it was a matter of more computers and of people patient enough to wait for them.',
  'Policy has followed the same path. When governments speak of safety they mean elections, schools and jobs. Export controls on chips are mentioned now and then, but few who mention them could say what they control.',
  'My own view is that models will be trained wherever electricity is cheap. A company that buys accelerators today will sell them tomorrow, and what remains is the habit of asking questions.',
  'Some friends in China and some in America worry about the same things: attention, loneliness, rent. They order the same gadgets and complain about the same customs forms.',
  'A ban has never stopped an idea. What stops ideas is boredom, and there is no domestic substitute for that.',
  'If there is a lesson, it is to build slowly. The alternative is to depend on whoever builds fast.',
];

function long(paragraphs: readonly string[]): string {
  return Array.from({ length: 8 }, (_, round) =>
    paragraphs.map((paragraph) => `${round + 1}. ${paragraph}`).join('\n\n'),
  ).join('\n\n');
}

test.each([
  ['a standard', 'Configuration Export Protocol, Version 2', STANDARD],
  ['release notes', 'Linux 6.19 is out', KERNEL],
  ['a hiring thread', 'Who is hiring? (November)', HIRING],
  ['an essay', 'On waiting for machines', ESSAY],
  ['all of them in one', 'Weekly digest', [...STANDARD, ...KERNEL, ...HIRING, ...ESSAY]],
])('%s is no news of chips', (_, title, paragraphs) => {
  expect(topicsOf(title, long(paragraphs), 'eng')).toEqual([]);
  expect(topicsOf(title, long(paragraphs), 'und')).toEqual([]);
});

test('a long report that is about a ban is found', () => {
  const report = [
    'The Commerce Department will require a licence for exports of AI chips to China, officials said on Monday.',
    'Nvidia said it could no longer ship the H20 and would book a charge.',
    ...ESSAY,
    'Lawmakers of both parties had pressed for tighter export controls on accelerators.',
    ...KERNEL,
    'Beijing called the restrictions on semiconductors bullying.',
  ].join('\n\n');
  expect(topicsOf('US tightens the screws', report, 'eng')).toContain('chip_ban');
});
