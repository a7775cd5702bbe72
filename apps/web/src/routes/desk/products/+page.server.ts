import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { deed, formOf } from '#lib/server/deed.ts';
import * as catalogue from '#lib/server/documents/catalogue.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => api(event).query(catalogue.managedCatalogue, {});

const productForm = formOf('product', 'productId');
const categoryForm = formOf('category', 'categoryId');

export const actions: Actions = {
  createProduct: deed('product', catalogue.createProduct, (form) => {
    const { name, slug } = textsOf(form, 'name', 'slug');
    return { name, ...(slug.trim() ? { slug } : {}) };
  }),
  updateProduct: deed(
    productForm,
    catalogue.updateProduct,
    (form) => ({ ...productOf(form), name: textOf(form, 'name'), ...positionIn(form) }),
    atProduct,
  ),
  archiveProduct: deed(productForm, catalogue.archiveProduct, productOf, atProduct),
  restoreProduct: deed(productForm, catalogue.restoreProduct, productOf, atProduct),

  addVersion: deed(
    formOf('add', 'productId'),
    catalogue.addProductVersion,
    (form) => {
      const { name, releasedOn, beforeVersionId } = textsOf(form, 'name', 'releasedOn', 'beforeVersionId');
      return {
        ...productOf(form),
        name,
        ...(releasedOn ? { releasedOn } : {}),
        ...(beforeVersionId ? { beforeVersionId } : {}),
      };
    },
    atProduct,
  ),
  updateVersion: deed(
    formOf('version', 'versionId'),
    catalogue.updateProductVersion,
    (form) => {
      const { versionId, name, releasedOn } = textsOf(form, 'versionId', 'name', 'releasedOn');
      return { versionId, name, releasedOn: releasedOn || null };
    },
    atProduct,
  ),

  createCategory: deed('category', catalogue.createCategory, categoryIn, atCategories),
  updateCategory: deed(
    categoryForm,
    catalogue.updateCategory,
    (form) => ({ ...categoryOf(form), ...categoryIn(form) }),
    atCategories,
  ),
  archiveCategory: deed(categoryForm, catalogue.archiveCategory, categoryOf, atCategories),
  restoreCategory: deed(categoryForm, catalogue.restoreCategory, categoryOf, atCategories),
};

function productOf(form: FormData) {
  return { productId: textOf(form, 'productId') };
}

function categoryOf(form: FormData) {
  return { categoryId: textOf(form, 'categoryId') };
}

function categoryIn(form: FormData) {
  const { name, description, productId } = textsOf(form, 'name', 'description', 'productId');
  return { name, description, productId: productId || null, ...positionIn(form) };
}

/** Nothing for a field that was left empty or holds no number, so that it stays as it is. */
function positionIn(form: FormData): { position?: number } {
  const text = textOf(form, 'position').trim();
  return /^\d{1,5}$/.test(text) ? { position: Number(text) } : {};
}

/** The page is shown anew at the thing that was changed. */
function atProduct({ url }: RequestEvent, _: unknown, form: FormData): string {
  return `${url.pathname}#${textOf(form, 'productId')}`;
}

function atCategories({ url }: RequestEvent): string {
  return `${url.pathname}#categories`;
}
