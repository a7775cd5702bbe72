import type { Answer, Question } from './model.ts';

/** The words of some HTML, cut at a word to at most `length` characters. For descriptions, never for display. */
export function plainText(html: string, length: number): string {
  const text = html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}

/**
 * A question page as search engines read it, after https://schema.org/QAPage: the accepted answer, or else the
 * official one, is the one they may show as the answer, unless a newer one replaces it.
 */
export function questionJsonLd(question: Question, origin: string): Record<string, unknown> {
  const standing = question.answers.nodes.filter((answer) => !answer.supersession);
  const best = standing.find((answer) => answer.isAccepted) ?? standing.find((answer) => answer.isOfficial);
  const others = question.answers.nodes.filter((answer) => answer !== best && !answer.isDeleted);
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: question.title,
      text: plainText(question.bodyHtml, 5000),
      inLanguage: question.locale,
      answerCount: question.answerCount,
      upvoteCount: question.score,
      datePublished: question.createdAt,
      ...(question.editedAt ? { dateModified: question.editedAt } : {}),
      ...authorOf(question.author, origin),
      ...(best ? { acceptedAnswer: answerJsonLd(best, origin) } : {}),
      ...(others.length > 0 ? { suggestedAnswer: others.map((answer) => answerJsonLd(answer, origin)) } : {}),
    },
  };
}

function answerJsonLd(answer: Answer, origin: string): Record<string, unknown> {
  return {
    '@type': 'Answer',
    text: plainText(answer.bodyHtml, 5000),
    url: origin + answer.path,
    upvoteCount: answer.score,
    datePublished: answer.createdAt,
    ...authorOf(answer.author, origin),
  };
}

function authorOf(author: Question['author'], origin: string): Record<string, unknown> {
  return author ? { author: { '@type': 'Person', name: author.displayName, url: origin + author.path } } : {};
}
