import { expect } from 'vitest';
import { NotAFeedError, parseFeed } from '../../../src/index.ts';
import { variantTest } from '../support/cases.ts';

const DOCUMENTS = {
  plain:
    '<?xml version="1.0"?><redirect><newLocation>https://outlet.example/new.xml</newLocation></redirect>',
  'with white space':
    '<redirect version="1">\n  <newLocation>\n https://outlet.example/new.xml\n</newLocation>\n</redirect>',
  'in CDATA':
    '<?xml version="1.0"?>\n<redirect><newLocation><![CDATA[https://outlet.example/new.xml]]></newLocation></redirect>',
};

for (const [name, text] of Object.entries(DOCUMENTS)) {
  variantTest(`a document that only names the new address is an error that names it: ${name}`, async () => {
    const read = parseFeed(Buffer.from(text), {
      url: 'https://outlet.example/old.xml',
      contentType: 'text/xml',
    });
    await expect(read).rejects.toThrow(NotAFeedError);
    await expect(read).rejects.toThrow('has moved to https://outlet.example/new.xml');
  });
}
