import { articleJsonLd, breadcrumbJsonLd, faqJsonLd } from './faq-structured-data.ts';

const origin = 'https://community.example';
const link = (title: string, locale: string) => ({
  ...{ id: `k_${title.length}`, title, locale, path: `/faq/${title.toLowerCase()}` },
  status: 'PUBLISHED' as const,
});

describe('the FAQ as search engines read it', () => {
  const article = {
    ...link('Pairing', 'en'),
    excerpt: 'Hold the button.',
    publishedAt: '2026-11-01T10:00:00Z',
    updatedAt: '2026-11-02T10:00:00Z',
    contributors: [],
    sources: ['/questions/1/pairing', '/questions/2/pairing-again'].map((path, n) => ({
      answer: { id: `a_${n}`, path: `${path}#a_${n}` },
      question: { id: `q_${n}`, title: 'Pairing', path },
    })),
    tags: [{ id: 't_1', name: 'valve', path: '/tags/valve' }],
    original: null,
    translations: [link('Koppeln', 'de')],
  };

  it('lists the questions of a category with their whole answers', () => {
    const data = faqJsonLd([{ ...article, bodyHtml: '<p>Hold <b>both</b> buttons &amp; wait.</p>' }], origin);
    expect(data).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [
        {
          name: 'Pairing',
          inLanguage: 'en',
          acceptedAnswer: { text: 'Hold both buttons & wait.', url: `${origin}/faq/pairing` },
        },
      ],
    });
  });

  it('says of an article what it translates, or what translates it', () => {
    const site = { origin, site: 'Norrin' };
    expect(articleJsonLd(article, site)).toMatchObject({
      inLanguage: 'en',
      isBasedOn: [`${origin}/questions/1/pairing`, `${origin}/questions/2/pairing-again`],
      workTranslation: [{ inLanguage: 'de', url: `${origin}/faq/koppeln` }],
    });
    const german = { ...article, ...link('Koppeln', 'de'), original: link('Pairing', 'en') };
    expect(articleJsonLd(german, site)).toMatchObject({
      translationOfWork: { inLanguage: 'en', headline: 'Pairing' },
    });
    expect(articleJsonLd(german, site)).not.toHaveProperty('workTranslation');
  });

  it('names the way to a page', () => {
    const steps = [
      { name: 'FAQ', path: '/faq' },
      { name: 'Pairing', path: '/faq/pairing' },
    ];
    expect(breadcrumbJsonLd(steps, origin)).toMatchObject({
      itemListElement: [
        { position: 1, name: 'FAQ', item: `${origin}/faq` },
        { position: 2, name: 'Pairing', item: `${origin}/faq/pairing` },
      ],
    });
  });
});
