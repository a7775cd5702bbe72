import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import * as people from '#lib/server/documents/people.ts';
import { profileRatings } from '#lib/server/documents/ratings.ts';
import type { EntryKind } from '#lib/model/ledger.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { PageServerLoad } from './$types.js';

function kindOf(wish: string | null): EntryKind {
  if (wish === 'gains') return 'GAINS';
  return wish === 'losses' ? 'LOSSES' : 'ALL';
}

export const load: PageServerLoad = async (event) => {
  const { username } = event.params;
  const locale = event.locals.language;
  const named = { username, after: event.url.searchParams.get('after') };
  const profile = await shownTab(event.url.searchParams.get('tab'));
  if (!profile.user) error(404, translatorFor(event.locals.language).t('error.404.title'));
  if (profile.user.path !== decodeURI(event.url.pathname))
    redirect(308, profile.user.path + event.url.search);
  return profile;

  async function shownLedger(by: string | null) {
    const { query } = api(event);
    if (by === 'day') return { by, ...(await query(people.profileLedgerByDay, named)) } as const;
    if (by === 'post') return { by, ...(await query(people.profileLedgerByPost, named)) } as const;
    const kind = kindOf(event.url.searchParams.get('kind'));
    return { by: 'all', kind, ...(await query(people.profileLedger, { ...named, kind })) } as const;
  }

  async function shownTab(wish: string | null) {
    const { query } = api(event);
    switch (wish) {
      case 'questions':
        return { tab: wish, ...(await query(people.profileQuestions, named)) } as const;
      case 'answers':
        return { tab: wish, ...(await query(people.profileAnswers, named)) } as const;
      case 'reputation':
        return { tab: wish, ...(await shownLedger(event.url.searchParams.get('by'))) } as const;
      case 'badges':
        return { tab: wish, ...(await query(people.profileBadges, { ...named, locale })) } as const;
      case 'ratings':
        return { tab: wish, ...(await query(profileRatings, named)) } as const;
      default:
        return { tab: 'overview', ...(await query(people.profileOverview, { username, locale })) } as const;
    }
  }
};
