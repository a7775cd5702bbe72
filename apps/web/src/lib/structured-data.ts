import type { Answer, Person, Question } from './model.ts';

/** Where it is said: the address of the site without a path, and its name. */
export interface Publisher {
  origin: string;
  site: string;
}

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
export function questionJsonLd(question: Question, publisher: Publisher): Record<string, unknown> {
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
      ...authorOf(question.author, publisher),
      ...(best ? { acceptedAnswer: answerJsonLd(best, publisher) } : {}),
      ...(others.length > 0
        ? { suggestedAnswer: others.map((answer) => answerJsonLd(answer, publisher)) }
        : {}),
    },
  };
}

function answerJsonLd(answer: Answer, publisher: Publisher): Record<string, unknown> {
  return {
    '@type': 'Answer',
    text: plainText(answer.bodyHtml, 5000),
    url: publisher.origin + answer.path,
    upvoteCount: answer.score,
    datePublished: answer.createdAt,
    ...authorOf(answer.author, publisher),
  };
}

function authorOf(author: Person | null, publisher: Publisher): Record<string, unknown> {
  return author ? { author: personJsonLd(author, publisher) } : {};
}

/** Staff are the company's own people wherever they are named. A superuser is a customer: nothing says otherwise. */
export function personJsonLd(
  { displayName, path, isStaff }: Person,
  { origin, site }: Publisher,
): Record<string, unknown> {
  return {
    '@type': 'Person',
    name: displayName,
    url: origin + path,
    ...(isStaff ? { worksFor: { '@type': 'Organization', name: site, url: origin } } : {}),
  };
}
