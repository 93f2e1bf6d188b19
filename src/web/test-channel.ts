import type { SendOutcome } from '../io/channels/channel.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import type { Service } from '../service/open-service.ts';
import { sendTestMessage } from '../service/send-test-message.ts';
import type { Answer } from './route.ts';

/** Sends a test message through the channel with that name. A problem where there is none. */
export async function testNamedChannel(
  { config }: Pick<Service, 'config'>,
  name: string,
): Promise<SendOutcome | Extract<Answer, { kind: 'problem' }>> {
  const wanted = config.channels.find((channel) => channel.name === name);
  if (wanted !== undefined) return sendTestMessage(config.web, wanted, process.stdout);
  const known = config.channels.map((channel) => channel.name);
  return {
    kind: 'problem',
    status: 404,
    title: `There is no channel "${name}"`,
    detail: `Known: ${known.join(', ')}${didYouMean(name, known)}`,
  };
}
