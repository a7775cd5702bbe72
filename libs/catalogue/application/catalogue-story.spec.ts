import type { Actor } from '#libs/kernel';
import { globalId } from '#libs/kernel';
import { Builders, catalogueOn, createTestDatabase } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { CatalogueChanged, ProductVersionReleased } from '../domain/events.js';

describe('the catalogue', () => {
  let db: TestDatabase;
  let make: Builders;
  let parts: ReturnType<typeof catalogueOn>;
  let staff: Actor;
  let released: ProductVersionReleased[];
  let changes: CatalogueChanged[];

  beforeAll(async () => {
    db = await createTestDatabase();
    make = new Builders(db.database);
    parts = catalogueOn(db.database);
    parts.events.on(ProductVersionReleased, (event) => void released.push(event));
    parts.events.on(CatalogueChanged, (event) => void changes.push(event));
    staff = await make.member({ role: 'STAFF' });
  });
  afterAll(() => db.drop());
  beforeEach(() => {
    released = [];
    changes = [];
  });

  const namesOf = async (productId: number) =>
    (await parts.catalogue.current()).versionsOf(productId).map(({ name }) => name);
  const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  describe('products', () => {
    it('are made by staff, under a short name that stays', async () => {
      const id = await parts.products.create(staff, { name: '  Hearth   Café ' });
      await parts.products.update(staff, id, { name: 'Hearth Kitchen', position: 3 });
      expect((await parts.catalogue.current()).product(id)).toEqual({
        id,
        slug: 'hearth-cafe',
        name: 'Hearth Kitchen',
        position: 3,
        isArchived: false,
      });
      expect(changes.map(({ kind, deed, name }) => [kind, deed, name])).toEqual([
        ['product', 'created', 'Hearth Café'],
        ['product', 'updated', 'Hearth Kitchen'],
      ]);
    });

    it('are not for moderators to make, and nothing is told of the attempt', async () => {
      const moderator = await make.member({ role: 'MODERATOR' });
      await expect(parts.products.create(moderator, { name: 'Mine' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
        requires: 'STAFF',
      });
      expect(changes).toEqual([]);
    });

    it('say which field is in the way', async () => {
      await parts.products.create(staff, { name: 'Lantern', slug: 'lantern' });
      const attempt = (input: { name: string; slug?: string; position?: number }) =>
        parts.products
          .create(staff, input)
          .catch((error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path));
      expect(await attempt({ name: 'lantern', slug: 'another' })).toEqual(['name']);
      expect(await attempt({ name: 'Another', slug: 'lantern' })).toEqual(['slug']);
      expect(await attempt({ name: ' ', slug: 'not a slug', position: -1 })).toEqual([
        'name',
        'slug',
        'position',
      ]);
    });

    it('are archived and offered again', async () => {
      const id = await parts.products.create(staff, { name: 'Old Faithful' });
      await parts.products.setArchived(staff, id, true);
      await parts.products.setArchived(staff, id, true);
      expect((await parts.catalogue.current()).product(id)?.isArchived).toBe(true);
      await parts.products.setArchived(staff, id, false);
      expect((await parts.catalogue.current()).product(id)?.isArchived).toBe(false);
      expect(changes.map(({ deed }) => deed)).toEqual(['created', 'archived', 'restored']);
    });
  });

  describe('versions', () => {
    it('stand in their order, also one that is remembered late, which is news to nobody', async () => {
      const productId = await parts.products.create(staff, { name: 'Boiler' });
      const first = await parts.versions.add(staff, { productId, name: '1.0' });
      const third = await parts.versions.add(staff, { productId, name: '3.0' });
      await parts.versions.add(staff, { productId, name: '2.0', beforeVersionId: third });
      expect(await namesOf(productId)).toEqual(['3.0', '2.0', '1.0']);
      expect(released.map(({ versionId }) => versionId)).toEqual([first, third]);
    });

    it('of a day to come are known at once and announced on their day, once', async () => {
      const productId = await parts.products.create(staff, { name: 'Radiator' });
      await parts.versions.add(staff, { productId, name: '1.0', releasedOn: daysFromNow(-400) });
      released = [];
      const next = await parts.versions.add(staff, { productId, name: '2.0', releasedOn: daysFromNow(30) });
      await parts.versions.announceDue();
      expect(await namesOf(productId)).toEqual(['2.0', '1.0']);
      expect(released).toEqual([]);

      await db.database.query(`update product_version set released_on = current_date - 1 where id = $1`, [
        next,
      ]);
      await parts.versions.announceDue();
      await parts.versions.announceDue();
      expect(released).toEqual([new ProductVersionReleased(productId, next)]);
    });

    it('that come out earlier than planned are announced when that is said', async () => {
      const productId = await parts.products.create(staff, { name: 'Pump' });
      const id = await parts.versions.add(staff, { productId, name: '1', releasedOn: daysFromNow(30) });
      await parts.versions.update(staff, id, { name: '1.0' });
      expect(released).toEqual([]);
      await parts.versions.update(staff, id, { releasedOn: daysFromNow(0) });
      expect(released).toHaveLength(1);
      expect((await parts.catalogue.current()).version(id)).toMatchObject({
        name: '1.0',
        releasedOn: daysFromNow(0),
      });
    });

    it.each([
      ['two words', { name: '3.0 beta' }, 'name'],
      ['a name that is taken', { name: '1.0-RC' }, 'name'],
      ['a day that no calendar has', { name: '9', releasedOn: '2026-02-31' }, 'releasedOn'],
      ['a version of another product', { name: '9', beforeVersionId: 999_999 }, 'beforeVersionId'],
    ])('refuse %s', async (_, input, path) => {
      const { productId } = await make.product({ versions: ['1.0-rc'] });
      await expect(parts.versions.add(staff, { productId, ...input })).rejects.toMatchObject({
        fields: [{ path }],
      });
    });

    it('added by two at the same moment both get a place', async () => {
      const { productId } = await make.product({ versions: [] });
      await Promise.all(['1', '2', '3', '4'].map((name) => parts.versions.add(staff, { productId, name })));
      expect((await namesOf(productId)).toSorted()).toEqual(['1', '2', '3', '4']);
    });
  });

  it('has categories of a product or of none, each name once', async () => {
    const { productId } = await make.product();
    const common = await parts.categories.create(staff, { name: 'Billing', description: 'What it costs.' });
    const own = await parts.categories.create(staff, { name: 'Billing', slug: 'clock-billing', productId });
    await expect(parts.categories.create(staff, { name: 'billing', slug: 'another' })).rejects.toMatchObject({
      fields: [{ path: 'name' }],
    });
    await expect(parts.categories.create(staff, { name: 'Lost', productId: 999_999 })).rejects.toMatchObject({
      fields: [{ path: 'productId' }],
    });

    await parts.categories.update(staff, common, { position: 2 });
    await parts.categories.update(staff, own, { name: 'Clock bills', productId: null });
    await parts.categories.setArchived(staff, common, true);
    const contents = await parts.catalogue.current();
    expect(contents.category(common)).toMatchObject({
      name: 'Billing',
      description: 'What it costs.',
      position: 2,
      isArchived: true,
    });
    expect(contents.categoryBySlug('clock-billing')).toMatchObject({ name: 'Clock bills', productId: null });
  });

  it('notes which version somebody uses, one of each product', async () => {
    const [clock, lamp] = [await make.product(), await make.product({ versions: ['A'] })];
    const reader = await make.member();
    await parts.readers.set(reader, clock.productId, clock.versionIds[0]!);
    await parts.readers.set(reader, lamp.productId, lamp.versionIds[0]!);
    await parts.readers.set(reader, clock.productId, clock.versionIds[2]!);
    const used = async () => (await parts.readers.of([reader.accountId])).map(({ versionId }) => versionId);
    expect(await used()).toEqual([clock.versionIds[2], lamp.versionIds[0]]);

    await parts.readers.set(reader, lamp.productId, null);
    expect(await used()).toEqual([clock.versionIds[2]]);
    await expect(parts.readers.set(reader, lamp.productId, clock.versionIds[0]!)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  describe('a range that somebody gives', () => {
    const product = (id: number) => globalId('product', id);
    const version = (id: number | undefined) => globalId('productVersion', id!);

    it('is taken as it is meant', async () => {
      const { productId, versionIds } = await make.product();
      const input = { productId: product(productId), fromVersionId: version(versionIds[1]) };
      expect(await parts.ranges.require(input, 'appliesTo')).toEqual({
        productId,
        fromVersionId: versionIds[1],
        toVersionId: null,
      });
    });

    it('is refused where it makes no sense, with the field that is wrong', async () => {
      const [clock, lamp] = [await make.product(), await make.product()];
      const [first, , last] = clock.versionIds;
      const wrong = async (input: Parameters<typeof parts.ranges.check>[0]) =>
        (await parts.ranges.check(input, 'appliesTo')).problems.map(({ path }) => path);
      const productId = product(clock.productId);

      expect(await wrong({ productId: 'q_1' })).toEqual(['appliesTo.productId']);
      expect(await wrong({ productId: product(999_999) })).toEqual(['appliesTo.productId']);
      expect(await wrong({ productId, fromVersionId: version(last), toVersionId: version(first) })).toEqual([
        'appliesTo.toVersionId',
      ]);
      expect(await wrong({ productId, fromVersionId: version(lamp.versionIds[0]) })).toEqual([
        'appliesTo.fromVersionId',
      ]);
      expect(await wrong({ productId, toVersionId: 'nonsense' })).toEqual(['appliesTo.toVersionId']);
    });

    it('keeps a product that was archived since, and takes no new one', async () => {
      const { productId } = await make.product();
      await parts.products.setArchived(staff, productId, true);
      const input = { productId: product(productId) };
      await expect(parts.ranges.require(input, 'appliesTo')).rejects.toMatchObject({
        fields: [{ path: 'appliesTo.productId' }],
      });
      const before = { productId, fromVersionId: null, toVersionId: null };
      expect(await parts.ranges.require(input, 'appliesTo', before)).toEqual(before);
    });
  });
});
