import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { offeredProducts, setViewerVersion, viewerVersions } from '#lib/server/documents/catalogue.ts';
import { textOf } from '#lib/server/fields.ts';
import { safeNext } from '#lib/server/paths.ts';
import { chooseVersions, chosenVersions } from '#lib/server/versions-cookie.ts';
import { mayBeSignedIn } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const { products, viewerVersions: own } = await api(event).query(viewerVersions, {});
  const used = viewer ? own.map((version) => version.id) : chosenVersions(event);
  return { products, used, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  /** With an account it is kept there; for a guest, in a cookie. */
  async default(event) {
    const form = await event.request.formData();
    const { products } = await api(event).query(offeredProducts, {});
    const chosen = products.map(({ id, versions }) => {
      const wanted = textOf(form, `version-${id}`);
      return { productId: id, versionId: versions.find((version) => version.id === wanted)?.id ?? null };
    });
    const isKnown = mayBeSignedIn(event) && (await keptWithAccount(event, chosen));
    if (!isKnown) {
      const ids = chosen.flatMap(({ versionId }) => versionId ?? []);
      chooseVersions(event.cookies, ids, event.url.protocol === 'https:');
    }
    redirect(303, safeNext(form.get('next')));
  },
};

/** False for a guest. */
async function keptWithAccount(
  event: Parameters<Actions['default']>[0],
  chosen: readonly { productId: string; versionId: string | null }[],
): Promise<boolean> {
  for (const input of chosen) {
    const sent = await api(event).submit(setViewerVersion, { input }, { name: 'versions' });
    if (sent.failure) return false;
  }
  return true;
}
