import { Injectable } from '@nestjs/common';
import { LEAST_NEEDS } from '../domain/gap.js';
import { groupNeeds, sharedStems } from '../domain/grouping.js';
import type { Need, NeedGroup, NeedKind } from '../domain/grouping.js';
import { GapStore } from '../persistence/gap.store.js';
import type { FoundGap } from '../persistence/gap.store.js';
import { NeedQueries } from '../persistence/need.queries.js';
import { InsightsConfiguration } from './insights-configuration.js';
import { TellingWordsReader } from './telling-words.js';

const MOST_WORDS_SHOWN = 6;
const MOST_EXAMPLES = 8;
/** Nobody works through more; what is needed seldom comes back when it is needed more. */
const MOST_GAPS = 1_000;

/** Finds what people look for in vain, and puts together what means the same. */
@Injectable()
export class GapFinder {
  constructor(
    private readonly needs: NeedQueries,
    private readonly words: TellingWordsReader,
    private readonly gaps: GapStore,
    private readonly configuration: InsightsConfiguration,
  ) {}

  /** Counts every gap anew, and adds those that are new. Gives how many there are. */
  async find(now = new Date()): Promise<number> {
    const { retentionDays } = await this.configuration.current();
    const rows = [...(await this.needs.unmet(now)), ...(await this.needs.asked(now, retentionDays))];
    const { words, written } = await this.words.read(rows);
    const needs = rows.map((row, n): Need => ({ ...row, language: 'und', stems: [], ...words[n] }));
    const groups = groupNeeds(needs, await this.gaps.known());
    const found = groups
      .map(withoutSingleQuestion)
      .filter(({ members }) => total(members) >= LEAST_NEEDS)
      .sort((one, other) => total(other.members) - total(one.members))
      .slice(0, MOST_GAPS)
      .map((group) => describe(group, written));
    await this.gaps.replace(found);
    return found.length;
  }
}

/** One question among searches repeats nothing; it was answered or will be. */
function withoutSingleQuestion(group: NeedGroup): NeedGroup {
  const isQuestion = ({ kind }: Need) => kind === 'REPEATED_QUESTION';
  if (group.members.filter(isQuestion).length > 1) return group;
  return { ...group, members: group.members.filter((need) => !isQuestion(need)) };
}

function describe(group: NeedGroup, written: ReadonlyMap<string, string>): FoundGap {
  const members = [...group.members].sort(mostFrequentFirst);
  const of = (kind: NeedKind) => total(members.filter((need) => need.kind === kind));
  const times = (pick: (need: Need) => Date) => members.map((need) => pick(need).getTime());
  return {
    stems: group.stems,
    language: members[0]?.language ?? 'und',
    words: sharedStems(group)
      .slice(0, MOST_WORDS_SHOWN)
      .map((stem) => written.get(stem) ?? stem),
    title: members[0]?.text ?? '',
    searchesWithoutResults: of('SEARCH_WITHOUT_RESULT'),
    searchesWithoutClick: of('SEARCH_WITHOUT_CLICK'),
    failedSuggestions: of('SUGGESTION_FAILED'),
    repeatedQuestions: of('REPEATED_QUESTION'),
    recent: members.reduce((sum, { recent }) => sum + recent, 0),
    before: members.reduce((sum, { before }) => sum + before, 0),
    firstAt: new Date(Math.min(...times(({ firstAt }) => firstAt))),
    lastAt: new Date(Math.max(...times(({ lastAt }) => lastAt))),
    examples: members.slice(0, MOST_EXAMPLES),
  };
}

function mostFrequentFirst(a: Need, b: Need): number {
  return (
    b.count - a.count ||
    b.lastAt.getTime() - a.lastAt.getTime() ||
    (a.text === b.text ? (a.kind < b.kind ? -1 : 1) : a.text < b.text ? -1 : 1)
  );
}

function total(needs: readonly Need[]): number {
  return needs.reduce((sum, { count }) => sum + count, 0);
}
