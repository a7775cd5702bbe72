/** A product and a range of its versions, as the API takes it. */
export interface AppliesToInput {
  productId: string;
  fromVersionId: string | null;
  toVersionId: string | null;
}

/**
 * What was chosen in the fields `appliesFrom` and `appliesTo`, each `product:version`, `product:` for no version in
 * particular, or empty. Without a last one, later versions are meant too.
 * @returns null for nothing in particular
 */
export function rangeOf(from: string, to: string): AppliesToInput | null {
  const [first, last] = [choiceOf(from), choiceOf(to)];
  const productId = first.productId || last.productId;
  if (!productId) return null;
  return { productId, fromVersionId: first.versionId, toVersionId: last.versionId };
}

/** The one version that an asker uses. */
export function versionOf(choice: string): AppliesToInput | null {
  return rangeOf(choice, choice);
}

/** For a form that may be without the fields, on a site without products: then nothing is said. */
export function rangeIn(form: FormData): { appliesTo?: AppliesToInput | null } {
  const [from, to] = [form.get('appliesFrom'), form.get('appliesTo')];
  if (typeof from !== 'string') return {};
  return { appliesTo: rangeOf(from, typeof to === 'string' ? to : from) };
}

function choiceOf(text: string): { productId: string; versionId: string | null } {
  const [productId = '', versionId = ''] = text.split(':');
  return { productId, versionId: versionId || null };
}
