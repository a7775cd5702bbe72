import { applyAction, type SubmitFunction } from '$app/forms';
import { refreshAll } from '$app/navigation';

/** The address of an action of the page that keeps the page's own parameters, so that order and filters stay. */
export function actionOf(url: { readonly searchParams: Iterable<[string, string]> }, name: string): string {
  const search = new URLSearchParams([...url.searchParams].filter(([key]) => !key.startsWith('/')));
  return `?/${name}${search.size > 0 ? `&${search}` : ''}`;
}

/**
 * For small deeds on a page (a vote, an acceptance): without JavaScript the server answers with a redirect to the
 * same page; with it the page is brought up to date where it stands, without a jump.
 */
export const stayHere: SubmitFunction = () => {
  const pressed = document.activeElement;
  return async ({ result }) => {
    if (result.type === 'redirect' && isThisPage(result.location)) {
      await refreshAll();
      await applyAction({ type: 'success', status: 200, location: result.location });
      // Applying an action takes the focus to the top of the page; whoever uses the keyboard is still at the button.
      if (pressed instanceof HTMLElement && pressed.isConnected) pressed.focus({ preventScroll: true });
    } else {
      await applyAction(result);
    }
  };
};

function isThisPage(place: string): boolean {
  const { pathname, search } = new URL(place, location.href);
  return pathname === location.pathname && search === location.search;
}

/**
 * For forms with text: what was typed stays where it is until the server has taken it. After a conflict the page is
 * brought up to date around it, to show what somebody else did meanwhile; before the refusal is shown, which bringing
 * up to date would take off the page again.
 */
export const keepTyped: SubmitFunction = () => {
  return async ({ result, update }) => {
    if (result.type === 'failure' && result.status === 409) await refreshAll();
    await update({ reset: result.type === 'redirect' });
  };
};
