import { createLiveSource } from '../../src/io/http/live-source.ts';

// Run as a child process: fetches an address as a feed and prints status, final address and error code.
const source = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });
try {
  const { status, url } = await source.get({ url: process.argv[2] ?? '', kind: 'feed' });
  console.log(JSON.stringify({ status, url }));
} catch (error) {
  const { code, message } = error as { code: string; message: string };
  console.log(JSON.stringify({ code, message }));
} finally {
  await source.close();
}
