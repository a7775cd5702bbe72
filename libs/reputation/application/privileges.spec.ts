import { PRESETS } from '../domain/presets.js';
import { privilegesAtStake } from './privileges.js';

describe('what giving away reputation may cost', () => {
  const helper = {
    role: 'MEMBER',
    reputation: 210,
    privileges: ['ASK', 'VOTE_UP', 'OFFER_BOUNTY', 'VOTE_DOWN', 'NOMINATE_SUPERUSER'],
  } as const;
  const limits = { least: 50, most: 500 };
  const atStake = (person: Parameters<typeof privilegesAtStake>[0], between = limits) =>
    privilegesAtStake(person, PRESETS.NEW, between).map(({ name, reputationNeeded, fromAmount }) => [
      name,
      reputationNeeded,
      fromAmount,
    ]);

  it('is what they would fall below, with the points from which on; what everybody may is not', () => {
    expect(atStake(helper)).toEqual([
      ['NOMINATE_SUPERUSER', 200, 50],
      ['VOTE_DOWN', 125, 86],
      ['OFFER_BOUNTY', 75, 136],
    ]);
  });

  it('reaches as far as the largest gift', () => {
    expect(atStake(helper, { least: 50, most: 100 }).map(([name]) => name)).toEqual([
      'NOMINATE_SUPERUSER',
      'VOTE_DOWN',
    ]);
  });

  it('leaves out what reputation does not open now: quality does, or it is at risk already', () => {
    expect(atStake({ ...helper, reputation: 90 })).toEqual([['OFFER_BOUNTY', 75, 50]]);
  });

  it('is nothing for those whose role allows it anyway', () => {
    expect(atStake({ ...helper, role: 'SUPERUSER' })).toEqual([]);
  });
});
