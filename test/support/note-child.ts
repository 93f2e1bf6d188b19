import { openSentNotes } from '../../src/io/sent-notes.ts';

// Run as a child process that a test stops or kills: notes each line that it is sent, and forgets none.
const notes = await openSentNotes([process.argv[2] as string]);
process.on('message', (line: string) => {
  notes?.note(line);
  process.send?.('noted');
});
process.send?.('open');
