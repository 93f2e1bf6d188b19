import { groundsOf } from './fit/grounds.ts';
import { heaviestStatements, statementIn } from './fit/heaviest-statements.ts';
import type { HitIndex } from './hit-index.ts';
import type { ClassifiableArticle, Ground, Match, Passage } from './match.ts';
import { Passages, type Statement } from './passages.ts';
import type { TopicScore } from './score-topic.ts';
import { stanceOf, tellsBeginning } from './stance.ts';
import type { CompiledTopic } from './topics.ts';

/** Grounds that are kept of a match without a rule; further ones add little. */
const MAX_GROUNDS = 6;

/** The part of a match that follows from its statements and the topic's words for stances. */
interface Told {
  readonly said: ReturnType<typeof stanceOf>;
  readonly takesEffect: boolean;
}

/** What matches with the same statements share. */
interface Account {
  readonly statements: readonly Statement[];
  readonly passages: readonly Passage[];
  readonly rules: Match['rules'];
  readonly told: { readonly topic: CompiledTopic; readonly told: Told }[];
}

/** Makes the matches of one reading. Topics that rest on the same statements share what is made of them. */
export class MatchMaker {
  private readonly index: HitIndex;
  private readonly passages: Passages;
  /** By the firings or, where no rule fired, by the weights; none of these has a sentence that decided. */
  private readonly accounts = new Map<unknown, Account>();
  /** Those with such a sentence, by it. */
  private readonly decided = new Map<number, Map<unknown, Account>>();
  private readonly grounds = new Map<CompiledTopic['fit'], Ground[]>();

  /** @param article that of the index */
  constructor(index: HitIndex, article: ClassifiableArticle) {
    this.index = index;
    this.passages = new Passages(index, article);
  }

  match(found: TopicScore): Match {
    const { topic, firings } = found;
    const account = this.accountOf(found);
    const { said, takesEffect } = this.tell(topic, account);
    return {
      topic: topic.id,
      level: found.level ?? 'possible',
      confidence: found.confidence,
      ...said,
      ...(takesEffect ? { takesEffect: true as const } : {}),
      ...(found.aside === true ? { aside: true as const } : {}),
      rules: account.rules,
      passages: account.passages,
      ...(firings.length > 0 ? {} : { grounds: this.groundsOf(found) }),
      version: topic.version,
    };
  }

  private accountOf(found: TopicScore): Account {
    const { topic, firings, decisive } = found;
    const basis = firings.length > 0 ? firings : topic.fit;
    const accounts =
      decisive === undefined
        ? this.accounts
        : this.decided.getOrInsertComputed(decisive, () => new Map<unknown, Account>());
    return accounts.getOrInsertComputed(basis, () => this.account(found));
  }

  private account(found: TopicScore): Account {
    const statements = statementsOf(found, this.index);
    const rules = new Map(found.firings.map(({ rule: { id, weight } }) => [id, { id, weight }]));
    return { statements, passages: this.passages.of(statements), rules: [...rules.values()], told: [] };
  }

  private tell(topic: CompiledTopic, { statements, told }: Account): Told {
    const { stance, impliedStance } = topic;
    const known = told.find(
      ({ topic: other }) => other.stance === stance && other.impliedStance === impliedStance,
    );
    if (known !== undefined) return known.told;
    const said = stanceOf(topic, statements, this.index);
    const own = { said, takesEffect: tellsBeginning(topic, said, statements, this.index) };
    told.push({ topic, told: own });
    return own;
  }

  private groundsOf(found: TopicScore): Ground[] {
    return this.grounds.getOrInsertComputed(found.topic.fit, () => weightiest(groundsOf(found, this.index)));
  }
}

/** What the match rests on: the sentence that decided, then the others, strongest first. */
function statementsOf({ topic, firings, decisive }: TopicScore, index: HitIndex): readonly Statement[] {
  const all: readonly Statement[] = firings.length > 0 ? firings : heaviestStatements(topic, index);
  if (decisive === undefined) return all;
  const own = all.filter(({ sentence }) => sentence === decisive);
  const first = own.length > 0 ? own : [statementIn(decisive, topic, index) ?? []].flat();
  return [...first, ...all.filter(({ sentence }) => sentence !== decisive)];
}

function weightiest(grounds: readonly Ground[]): Ground[] {
  return grounds.filter(({ adds }) => adds > 0).slice(0, MAX_GROUNDS);
}
