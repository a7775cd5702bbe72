import { Controller, Get, Header, Param } from '@nestjs/common';
import { forumPolicies, PostListQueries, PostQueries, questionPath, tagName } from '#libs/forum';
import { GUEST, NotFoundError } from '#libs/kernel';
import { Access } from '#libs/platform';
import { ATOM, AtomFeeds, FEED_ENTRIES } from './atom.js';
import type { FeedEntry } from './atom.js';

/** Atom feeds of the questions. They are the same for all, so they are read as a guest would. */
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly lists: PostListQueries,
    private readonly posts: PostQueries,
    private readonly feeds: AtomFeeds,
  ) {}

  @Get('questions.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async questions(): Promise<string> {
    return this.feeds.render(
      { path: '/feeds/questions.atom', title: 'Newest questions', page: '/' },
      await this.newestQuestions([]),
    );
  }

  @Get('tags/:tag.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async tag(@Param('tag') tag: string): Promise<string> {
    const name = tagName(tag);
    const path = `/tags/${encodeURIComponent(name)}`;
    return this.feeds.render(
      { path: `/feeds${path}.atom`, title: `Newest questions tagged ${name}`, page: path },
      await this.newestQuestions([name]),
    );
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
    const { rows } = await this.lists.answers(number, 'NEWEST', { first: FEED_ENTRIES });
    const texts = new Map(
      (await this.posts.texts(rows.map((row) => row.id))).map((text) => [text.id, text.bodyHtml]),
    );
    const entries = rows.map((answer) => ({
      path: `${questionPath(question)}#answer-${answer.id}`,
      title: `Answer to: ${question.questionTitle}`,
      summary: answer.excerpt,
      content: texts.get(answer.id),
      authors: answer.author ? [answer.author] : [],
      publishedAt: answer.createdAt,
      updatedAt: answer.editedAt ?? answer.createdAt,
    }));
    return this.feeds.render(
      {
        path: `/feeds/questions/${number}.atom`,
        title: question.questionTitle,
        page: questionPath(question),
      },
      entries,
    );
  }

  private async newestQuestions(tags: string[]): Promise<FeedEntry[]> {
    const { rows } = await this.lists.questions({ tags }, 'NEWEST', { first: FEED_ENTRIES });
    const texts = new Map(
      (await this.posts.texts(rows.map((row) => row.id))).map((text) => [text.id, text.bodyHtml]),
    );
    return rows.map((question) => ({
      path: questionPath(question),
      title: question.questionTitle,
      summary: question.excerpt,
      content: texts.get(question.id),
      authors: question.author ? [question.author] : [],
      publishedAt: question.createdAt,
      updatedAt: question.editedAt ?? question.createdAt,
    }));
  }
}
