import type { BountyOrder } from '#lib/model/bounties.ts';
import { api } from '#lib/server/api.ts';
import { bountyList } from '#lib/server/documents/bounties.ts';
import type { PageServerLoad } from './$types.js';

const orders: Record<string, BountyOrder> = { ending: 'ENDING', amount: 'AMOUNT', newest: 'NEWEST' };

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const wish = searchParams.get('order') ?? '';
  const order = wish in orders ? wish : 'ending';
  const tag = searchParams.get('tag')?.trim() ?? '';
  const { bounties } = await api(event).query(bountyList, {
    order: orders[order] ?? 'ENDING',
    tag: tag || null,
    after: searchParams.get('after'),
  });
  return { bounties, order, tag };
};
