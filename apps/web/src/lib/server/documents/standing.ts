import type { Standing } from '#lib/model/standing.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

export const ownStanding = document<{ viewer: Standing | null }>(
  `
query OwnStanding {
  viewer {
    ...Person
    privileges { name held reputationNeeded missing openedBy atRiskUntil }
    abilities { name good bad quality bar opens isOpen }
    reputationSources { reason points entries }
    voteAllowance { upLeft downLeft upPerDay downPerDay upPerAuthor downPerAuthor opensAt }
  }
}`,
  person,
);
