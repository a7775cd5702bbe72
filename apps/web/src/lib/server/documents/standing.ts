import type { Standing } from '#lib/model/standing.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';
import { ownRank } from './recognition.ts';

export const ownStanding = document<{ viewer: Standing | null }, { locale: string }>(
  `
query OwnStanding($locale: String) {
  viewer {
    ...Person
    standing: rank { ...OwnRank }
    privileges { name held reputationNeeded missing openedBy atRiskUntil }
    abilities { name good bad quality bar opens isOpen }
    reputationSources { reason points entries }
    voteAllowance { upLeft downLeft upPerDay downPerDay upPerAuthor downPerAuthor opensAt }
  }
}`,
  person,
  ownRank,
);
