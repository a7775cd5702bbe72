import { redirect } from '@sveltejs/kit';
import type { Document } from '#lib/server/document.ts';
import { api } from '#lib/server/api.ts';
import * as catalogue from '#lib/server/documents/catalogue.ts';
import { textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = (event) => api(event).query(catalogue.managedCatalogue, {});

/** Sends a form of the page; on success the page is shown anew, at the thing that was changed. */
async function send<Input>(
  event: RequestEvent,
  mutation: Document<unknown, { input: Input }>,
  input: Input,
  form: { name: string; values: Record<string, string>; place: string },
) {
  const { name, values, place } = form;
  const sent = await api(event).submit(mutation, { input }, { name, values });
  if (sent.failure) return sent.failure;
  redirect(303, `/desk/products${place}`);
}

/** Undefined for a field that was left empty or holds no number, so that it stays as it is. */
function position(text: string): { position?: number } {
  return /^\d{1,5}$/.test(text.trim()) ? { position: Number(text) } : {};
}

export const actions: Actions = {
  async createProduct(event) {
    const values = textsOf(await event.request.formData(), 'name', 'slug');
    const input = { name: values.name, ...(values.slug.trim() ? { slug: values.slug } : {}) };
    return send(event, catalogue.createProduct, input, { name: 'product', values, place: '' });
  },

  async updateProduct(event) {
    const values = textsOf(await event.request.formData(), 'productId', 'name', 'position');
    const { productId, name } = values;
    const form = { name: `product-${productId}`, values, place: `#${productId}` };
    return send(event, catalogue.updateProduct, { productId, name, ...position(values.position) }, form);
  },

  async archiveProduct(event) {
    const { productId, undo } = textsOf(await event.request.formData(), 'productId', 'undo');
    const form = { name: `product-${productId}`, values: {}, place: `#${productId}` };
    return send(event, undo ? catalogue.restoreProduct : catalogue.archiveProduct, { productId }, form);
  },

  async addVersion(event) {
    const fields = ['productId', 'name', 'releasedOn', 'beforeVersionId'] as const;
    const values = textsOf(await event.request.formData(), ...fields);
    const { productId, name, releasedOn, beforeVersionId } = values;
    const input = {
      productId,
      name,
      ...(releasedOn ? { releasedOn } : {}),
      ...(beforeVersionId ? { beforeVersionId } : {}),
    };
    const form = { name: `add-${productId}`, values, place: `#${productId}` };
    return send(event, catalogue.addProductVersion, input, form);
  },

  async updateVersion(event) {
    const values = textsOf(await event.request.formData(), 'productId', 'versionId', 'name', 'releasedOn');
    const { productId, versionId, name, releasedOn } = values;
    const form = { name: `version-${versionId}`, values, place: `#${productId}` };
    const input = { versionId, name, releasedOn: releasedOn || null };
    return send(event, catalogue.updateProductVersion, input, form);
  },

  async createCategory(event) {
    const values = textsOf(await event.request.formData(), 'name', 'description', 'productId', 'position');
    const { name, description, productId } = values;
    const input = { name, description, productId: productId || null, ...position(values.position) };
    const form = { name: 'category', values, place: '#categories' };
    return send(event, catalogue.createCategory, input, form);
  },

  async updateCategory(event) {
    const fields = ['categoryId', 'name', 'description', 'productId', 'position'] as const;
    const values = textsOf(await event.request.formData(), ...fields);
    const { categoryId, name, description, productId } = values;
    const input = {
      categoryId,
      name,
      description,
      productId: productId || null,
      ...position(values.position),
    };
    const form = { name: `category-${categoryId}`, values, place: '#categories' };
    return send(event, catalogue.updateCategory, input, form);
  },

  async archiveCategory(event) {
    const { categoryId, undo } = textsOf(await event.request.formData(), 'categoryId', 'undo');
    const form = { name: `category-${categoryId}`, values: {}, place: '#categories' };
    return send(event, undo ? catalogue.restoreCategory : catalogue.archiveCategory, { categoryId }, form);
  },
};
