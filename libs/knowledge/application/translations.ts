import { Injectable } from '@nestjs/common';
import { Composing, FieldChecks, TagStore } from '#libs/forum';
import { ConflictError, NotFoundError, UserInputError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { slugify } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { Idempotency } from '#libs/platform';
import { READABLE_STATUSES, articleInTheWay, changedText } from '../domain/article.js';
import { ArticleStore } from '../persistence/article.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { TranslationStore } from '../persistence/translation.store.js';
import type { LockedOriginal } from '../persistence/translation.store.js';
import { Curating } from './curating.js';

export interface NewTranslation {
  /** BCP 47. */
  locale: string;
  title: string;
  body: string;
  /** The original's if left out. */
  tags?: string[] | null;
  /** The version of the original that the translator had before them; the one that readers see if left out. */
  originalVersion?: number | null;
  clientMutationId?: string | null;
}

/** Articles in other languages. A translation is an article of its own that knows which version it translates. */
@Injectable()
export class Translations {
  constructor(
    private readonly curating: Curating,
    private readonly tags: TagStore,
    private readonly composing: Composing,
    private readonly articles: ArticleStore,
    private readonly translations: TranslationStore,
    private readonly provenance: ProvenanceStore,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Makes a draft in another language and gives its number. Of a translation, its original is translated.
   * @throws UserInputError on `locale`, `title`, `body`, `tags` or `originalVersion`; ConflictError with the `article`
   *   that is the translation into this language, or if the original is not public
   */
  translate(viewer: Viewer, articleId: number, input: NewTranslation): Promise<number> {
    return this.curating.act(viewer, (actor) => {
      const request = { ...input, articleId };
      return this.idempotency.once(actor, 'translateArticle', request, () =>
        this.makeDraft(actor, articleId, input),
      );
    });
  }

  /**
   * Says that the newest version of a translation says what the original says in its version `originalVersion`,
   * without it the one that readers see.
   * @throws UserInputError on `articleId` for an article that is no translation, or on `originalVersion`
   */
  async confirm(viewer: Viewer, articleId: number, originalVersion?: number | null): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      // The original first: whoever translates has locked it before they write a translation.
      const original = await this.translations.lockOriginal(articleId);
      if (!original || !(await this.articles.lock(articleId))) throw new NotFoundError('This article');
      if (original.id === articleId) {
        throw UserInputError.field('articleId', 'This article is an original, not a translation.');
      }
      const version = requireVersion(original, originalVersion);
      await this.translations.follow(articleId, version);
      await this.audit.record({
        actorId: actor.accountId,
        action: 'article.translation-confirmed',
        subjectKind: 'article',
        subjectId: articleId,
        details: { version },
      });
    });
  }

  private async makeDraft(actor: Actor, articleId: number, input: NewTranslation): Promise<number> {
    const original = await this.translations.lockOriginal(articleId);
    if (!original) throw new NotFoundError('This article');
    if (!READABLE_STATUSES.includes(original.status)) {
      throw new ConflictError('Only what readers can see is translated. Publish the original first.');
    }
    const checks = new FieldChecks();
    const text = changedText({ title: '', body: '', tags: original.tags }, input, checks);
    const locale = checks.locale(input.locale, original.locale);
    checks.done();
    const version = requireVersion(original, input.originalVersion);
    await this.refuseTaken(original, locale);

    await this.tags.ensure(text.tags);
    const id = await this.articles.insert(slugify(text.title, locale), locale, {
      ...text,
      ...(await this.composing.compose(text.body)),
      authorId: actor.accountId,
      reason: null,
    });
    await this.translations.setOriginal(id, original.id, version);
    await this.provenance.addEditor(id, actor.accountId);
    await this.audit.record({
      actorId: actor.accountId,
      action: 'article.translated',
      subjectKind: 'article',
      subjectId: id,
      details: { locale, version },
    });
    return id;
  }

  private async refuseTaken(original: LockedOriginal, locale: string): Promise<void> {
    if (locale.toLowerCase() === original.locale.toLowerCase()) {
      throw UserInputError.field('locale', 'The original is written in this language.');
    }
    const there = await this.translations.inLocale(original.id, locale);
    if (!there) return;
    throw new ConflictError(
      `There is a translation into this language already: “${there.title}” (${there.slug}).`,
      { article: articleInTheWay(there) },
    );
  }
}

function requireVersion(original: LockedOriginal, wanted: number | null | undefined): number {
  const version = wanted ?? original.version;
  if (Number.isInteger(version) && version >= 1 && version <= original.latestVersion) return version;
  throw UserInputError.field(
    'originalVersion',
    `The original has the versions 1 to ${original.latestVersion}.`,
  );
}
