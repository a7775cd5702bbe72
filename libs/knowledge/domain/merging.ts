import { htmlToMarkdown } from '#libs/markdown';
import { ARTICLE_TAGS } from './article.js';
import type { ArticleText } from './article.js';

/** What a draft takes from an answer and its question. */
export interface SourceText extends ArticleText {
  readonly questionId: number;
  readonly locale: string;
  readonly revision: number;
}

/**
 * One text of several answers, for a curator to go on with. Answers to one question follow each other; those to
 * different questions stand under the title of their question. The first one gives the title and the language.
 */
export function mergedText(sources: readonly SourceText[]): ArticleText & { locale: string } {
  const [first] = sources;
  if (!first) throw new Error('an article is made of one answer at least');
  const questions = [...Map.groupBy(sources, (source) => source.questionId).values()];
  const parts = questions.map((answers) => {
    const text = answers.map(({ body }) => body.trim()).join('\n\n');
    return questions.length === 1 ? text : `${heading(answers[0]?.title ?? '')}\n\n${text}`;
  });
  const tags = [...new Set(sources.flatMap((source) => source.tags))];
  return {
    title: first.title,
    // A single answer is taken as it is: the article then says that it was not edited.
    body: sources.length === 1 ? first.body : parts.join('\n\n'),
    tags: sources.length === 1 ? first.tags : tags.slice(0, ARTICLE_TAGS.max),
    locale: first.locale,
  };
}

/** A title is plain text: what would be Markdown in it has to be written so that it is none. */
function heading(title: string): string {
  const html = title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return htmlToMarkdown(`<h2>${html}</h2>`).trim();
}
