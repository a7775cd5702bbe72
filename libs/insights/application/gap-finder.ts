import { Injectable } from '@nestjs/common';
import { LEAST_NEEDS } from '../domain/gap.js';
import { groupNeeds, sharedStems } from '../domain/grouping.js';
import type { Need, NeedGroup, NeedKind } from '../domain/grouping.js';
import { GapStore } from '../persistence/gap.store.js';
import type { FoundGap, KnownGap } from '../persistence/gap.store.js';
import { NeedQueries } from '../persistence/need.queries.js';
import { GapAnswers } from './gap-answers.js';
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
    private readonly answers: GapAnswers,
    private readonly configuration: InsightsConfiguration,
  ) {}

  /**
   * Counts every gap anew, and adds those that are new. One that was answered, and that as many people look for in vain
   * since as make a gap, is opened again. Gives how many there are.
   */
  async find(now = new Date()): Promise<number> {
    const { retentionDays } = await this.configuration.current();
    const rows = [...(await this.needs.unmet(now)), ...(await this.needs.asked(now, retentionDays))];
    const { words, written, meant } = await this.words.read(rows);
    const needs = rows.map((row, n): Need => ({ ...row, language: 'und', stems: [], ...words[n] }));
    const known = await this.gaps.known();
    const groups = groupNeeds(
      needs,
      known.map(({ stems, language }) => ({ stems, meant: meant(language, stems) })),
    );
    const found = groups
      .map(withoutSingleQuestion)
      .filter(({ members }) => total(members) >= LEAST_NEEDS)
      .sort((one, other) => total(other.members) - total(one.members))
      .slice(0, MOST_GAPS)
      .map((group) => describe(group, written));
    await this.gaps.replace(found);
    await this.openMissed(groups, known);
    return found.length;
  }

  private async openMissed(groups: readonly NeedGroup[], known: readonly KnownGap[]): Promise<void> {
    const gaps = new Map(known.map((gap) => [gap.stems.join(' '), gap]));
    const since = groups.flatMap(({ stems, members }) => {
      const { gapId, answeredAt } = gaps.get(stems.join(' ')) ?? {};
      if (gapId === undefined || !answeredAt) return [];
      return [{ gapId, answeredAt, members: members.filter(({ lastAt }) => lastAt > answeredAt) }];
    });
    const looked = await this.needs.missedSince(
      since.flatMap(({ gapId, answeredAt, members }) =>
        members.filter(isSearch).map(({ text }) => ({ gapId, text, since: answeredAt })),
      ),
    );
    const sessions = new Map(looked.map(({ gapId, count }) => [gapId, count]));
    for (const { gapId, answeredAt, members } of since) {
      const questions = members.filter((need) => !isSearch(need)).length;
      // As below: one question repeats nothing.
      const missed = (sessions.get(gapId) ?? 0) + (questions > 1 ? questions : 0);
      if (missed >= LEAST_NEEDS) await this.answers.missAgain(gapId, answeredAt, missed);
    }
  }
}

/** One question among searches repeats nothing; it was answered or will be. */
function withoutSingleQuestion(group: NeedGroup): NeedGroup {
  const searches = group.members.filter(isSearch);
  return group.members.length - searches.length > 1 ? group : { ...group, members: searches };
}

function isSearch({ kind }: Need): boolean {
  return kind !== 'REPEATED_QUESTION';
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
