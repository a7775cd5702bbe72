import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { Feed } from 'feed';
import { forumPolicies, PostListQueries, PostQueries, questionPath, tagName } from '#libs/forum';
import { GUEST, NotFoundError } from '#libs/kernel';
import { ArticleQueries } from '#libs/knowledge';
import { Access, ENVIRONMENT, SiteSettings } from '#libs/platform';
import type { Environment } from '#libs/platform';

const ENTRIES = 30;
const ATOM = 'application/atom+xml; charset=utf-8';

interface FeedEntry {
  path: string;
  title: string;
  summary: string;
  content?: string;
  publishedAt: Date;
  updatedAt: Date;
}

/** Atom feeds of what everybody may read. They are the same for all, so they are read as a guest would. */
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly lists: PostListQueries,
    private readonly posts: PostQueries,
    private readonly articles: ArticleQueries,
    private readonly settings: SiteSettings,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get('questions.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async questions(): Promise<string> {
    return this.render('/feeds/questions.atom', 'Newest questions', '/', await this.newestQuestions([]));
  }

  @Get('tags/:tag.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async tag(@Param('tag') tag: string): Promise<string> {
    const name = tagName(tag);
    const path = `/tags/${encodeURIComponent(name)}`;
    return this.render(
      `/feeds${path}.atom`,
      `Newest questions tagged ${name}`,
      path,
      await this.newestQuestions([name]),
    );
  }

  @Get('faq.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async faq(): Promise<string> {
    const page = await this.articles.list(GUEST, { status: 'PUBLISHED', tags: [] }, { first: ENTRIES });
    const entries = page.rows.map((article) => ({
      path: `/faq/${article.slug}`,
      title: article.title,
      summary: article.excerpt,
      publishedAt: article.publishedAt ?? article.updatedAt,
      updatedAt: article.updatedAt,
    }));
    return this.render('/feeds/faq.atom', 'FAQ', '/faq', entries);
  }

  /** The question and its newest answers, for who follows one question. */
  @Get('questions/:id.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async question(@Param('id') id: string): Promise<string> {
    const number = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0;
    const [question] = await this.posts.byIds([number]);
    if (question?.kind !== 'question' || !forumPolicies.read.permits(GUEST, question)) {
      throw new NotFoundError('This question');
    }
    const { rows } = await this.lists.answers(number, 'NEWEST', { first: ENTRIES });
    const texts = new Map(
      (await this.posts.texts(rows.map((row) => row.id))).map((text) => [text.id, text.bodyHtml]),
    );
    const entries = rows.map((answer) => ({
      path: `${questionPath(question)}#answer-${answer.id}`,
      title: `Answer to: ${question.questionTitle}`,
      summary: answer.excerpt,
      content: texts.get(answer.id),
      publishedAt: answer.createdAt,
      updatedAt: answer.editedAt ?? answer.createdAt,
    }));
    return this.render(
      `/feeds/questions/${number}.atom`,
      question.questionTitle,
      questionPath(question),
      entries,
    );
  }

  private async newestQuestions(tags: string[]): Promise<FeedEntry[]> {
    const { rows } = await this.lists.questions({ tags }, 'NEWEST', { first: ENTRIES });
    const texts = new Map(
      (await this.posts.texts(rows.map((row) => row.id))).map((text) => [text.id, text.bodyHtml]),
    );
    return rows.map((question) => ({
      path: questionPath(question),
      title: question.questionTitle,
      summary: question.excerpt,
      content: texts.get(question.id),
      publishedAt: question.createdAt,
      updatedAt: question.editedAt ?? question.createdAt,
    }));
  }

  private async render(path: string, title: string, page: string, entries: FeedEntry[]): Promise<string> {
    const { publicUrl } = this.environment;
    const site = await this.settings.get('name', 'Peerdesk');
    const feed = new Feed({
      id: `${publicUrl}${path}`,
      title: `${title} – ${site}`,
      link: `${publicUrl}${page}`,
      feedLinks: { atom: `${publicUrl}${path}` },
      updated: new Date(Math.max(0, ...entries.map((entry) => entry.updatedAt.getTime()))),
      generator: 'Peerdesk',
      copyright: '',
    });
    for (const entry of entries) {
      const link = `${publicUrl}${entry.path}`;
      feed.addItem({
        id: link,
        link,
        title: asHtml(entry.title),
        description: asHtml(entry.summary),
        content: entry.content && withoutControls(entry.content),
        published: entry.publishedAt,
        date: entry.updatedAt,
      });
    }
    return feed.atom1();
  }
}

/** Titles and summaries are plain text, and the library declares both as HTML: unescaped, readers would run them. */
function asHtml(text: string): string {
  return withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML 1.0 has no way to write most control characters; one of them would break the whole feed. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
