import type {
  ManagedCategory,
  ManagedProduct,
  OfferedProduct,
  OfferedVersion,
} from '#lib/model/catalogue.ts';
import { document } from '../document.ts';

/** What forms offer. The API keeps it in memory, so asking costs next to nothing. */
export const offeredProducts = document<{ products: OfferedProduct[] }>(`
query OfferedProducts { products { id slug name versions { id name } } }`);

export const viewerVersions = document<{
  products: OfferedProduct[];
  viewerVersions: (OfferedVersion & { product: { id: string } })[];
}>(`
query ViewerVersions {
  products { id slug name versions { id name } }
  viewerVersions { id name product { id } }
}`);

export const setViewerVersion = document<
  unknown,
  { input: { productId: string; versionId: string | null } }
>(`
mutation SetViewerVersion($input: SetViewerVersionInput!) {
  setViewerVersion(input: $input) { viewerVersions { id } }
}`);

export const managedCatalogue = document<{ products: ManagedProduct[]; categories: ManagedCategory[] }>(`
query ManagedCatalogue {
  products(withArchived: true) { id slug name path position isArchived versions { id name releasedOn } }
  categories(withArchived: true) { id name description path position isArchived product { id } }
}`);

export const createProduct = document<unknown, { input: { name: string; slug?: string } }>(`
mutation CreateProduct($input: CreateProductInput!) { createProduct(input: $input) { product { id } } }`);

export const updateProduct = document<
  unknown,
  { input: { productId: string; name: string; position?: number } }
>(`
mutation UpdateProduct($input: UpdateProductInput!) { updateProduct(input: $input) { product { id } } }`);

export const archiveProduct = document<unknown, { input: { productId: string } }>(`
mutation ArchiveProduct($input: ArchiveProductInput!) { archiveProduct(input: $input) { product { id } } }`);

export const restoreProduct = document<unknown, { input: { productId: string } }>(`
mutation RestoreProduct($input: ArchiveProductInput!) { restoreProduct(input: $input) { product { id } } }`);

export const addProductVersion = document<
  unknown,
  { input: { productId: string; name: string; releasedOn?: string; beforeVersionId?: string } }
>(`
mutation AddProductVersion($input: AddProductVersionInput!) { addProductVersion(input: $input) { version { id } } }`);

export const updateProductVersion = document<
  unknown,
  { input: { versionId: string; name: string; releasedOn: string | null } }
>(`
mutation UpdateProductVersion($input: UpdateProductVersionInput!) {
  updateProductVersion(input: $input) { version { id } }
}`);

interface CategoryFields {
  name: string;
  description: string;
  productId: string | null;
  position?: number;
}

export const createCategory = document<unknown, { input: CategoryFields }>(`
mutation CreateCategory($input: CreateCategoryInput!) { createCategory(input: $input) { category { id } } }`);

export const updateCategory = document<unknown, { input: CategoryFields & { categoryId: string } }>(`
mutation UpdateCategory($input: UpdateCategoryInput!) { updateCategory(input: $input) { category { id } } }`);

export const archiveCategory = document<unknown, { input: { categoryId: string } }>(`
mutation ArchiveCategory($input: ArchiveCategoryInput!) { archiveCategory(input: $input) { category { id } } }`);

export const restoreCategory = document<unknown, { input: { categoryId: string } }>(`
mutation RestoreCategory($input: ArchiveCategoryInput!) { restoreCategory(input: $input) { category { id } } }`);
