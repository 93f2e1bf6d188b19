import { labelledArticles, loopbackOutlet } from '../../test/support/loopback-outlet.ts';
import { webhookReceiver } from '../../test/support/webhook-receiver.ts';

// Serves the labelled articles repeatedly, each copy with some words of its own, as pages of 20 feeds.
const count = Number(process.argv[2]);
const labelled = labelledArticles();
const articles = Array.from({ length: count }, (_, index) => {
  const article = labelled[index % labelled.length]!;
  const copy = Math.floor(index / labelled.length);
  return copy === 0
    ? article
    : { ...article, id: `${article.id}-${copy}`, title: `${article.title} (${copy})` };
});
const outlet = await loopbackOutlet(articles, 20);
const receiver = await webhookReceiver();
process.send?.({ feeds: outlet.feeds, hook: receiver.url });
