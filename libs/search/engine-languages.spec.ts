import { document } from './testing/documents.js';
import { ENGINES, type EngineUnderTest } from './testing/engines.js';
import { readQuery, type SearchQuery } from './domain/query.js';
import { RuleBook } from './domain/rules.js';

/** That people find in the language they write, with either engine: words, beginnings, typos, accents. */
describe.each(Object.entries(ENGINES))('searching in many languages with %s', (_name, start) => {
  let under: EngineUnderTest;

  beforeAll(async () => {
    under = await start();
    await under.index.apply({ upserts: HELP_DESK, deletes: [] });
  });

  afterAll(() => under.stop());

  const found = async (text: string, options: Partial<SearchQuery> = {}) =>
    (await under.engine.search(readQuery({ text, first: 20, ...options }), new RuleBook())).hits.map(
      ({ id }) => id,
    );

  it.each([
    ['en', 'a sentence', 'change the email address', 'q_1'],
    ['en', 'a beginning', 'change the email addr', 'q_1'],
    ['en', 'a typo', 'change the email adress', 'q_1'],
    ['en', 'a beginning with a typo', 'notifcat', 'q_2'],
    ['en', 'a beginning with two letters exchanged', 'ntoifica', 'q_2'],
    ['de', 'a sentence', 'Rechnung als PDF herunterladen', 'q_3'],
    ['de', 'a beginning', 'Rechnung herunterl', 'q_3'],
    ['de', 'a typo', 'Rechnugn herunterladen', 'q_3'],
    ['de', 'umlauts left out', 'Gerat zurucksetzen', 'q_4'],
    ['de', 'umlauts as they are', 'Gerät zurücksetzen', 'q_4'],
    ['de', 'ss for ß', 'Grosse der Anhange', 'q_5'],
    ['ru', 'a sentence', 'не приходит письмо с подтверждением', 'q_6'],
    ['ru', 'a beginning', 'подтвержд', 'q_6'],
    ['ru', 'a typo', 'не приходит письмо с потверждением', 'q_6'],
    ['ru', 'ё as е', 'счет', 'q_7'],
    ['fr', 'a sentence', 'réinitialiser mon mot de passe', 'q_8'],
    ['fr', 'no accents', 'reinitialiser mot de passe', 'q_8'],
    ['fr', 'a typo', 'réinitalise', 'q_8'],
    ['es', 'a sentence', 'cancelar la suscripción', 'q_9'],
    ['es', 'no accents', 'cancelar suscripcion', 'q_9'],
    ['es', 'a typo', 'cancelar suscripsion', 'q_9'],
    ['pt', 'a sentence', 'excluir minha conta', 'q_10'],
    ['pt', 'no accents', 'informacoes', 'q_10'],
    ['pt', 'a typo', 'escluir minha conta', 'q_10'],
    ['ja', 'a word', 'パスワード', 'q_11'],
    ['ja', 'a sentence', 'パスワードを忘れました', 'q_11'],
    ['ja', 'a word in Chinese characters', '忘', 'q_11'],
    ['ja', 'half width letters', 'ﾊﾟｽﾜｰﾄﾞ', 'q_11'],
    ['zh', 'a word', '密码', 'q_12'],
    ['zh', 'a sentence', '如何修改登录密码', 'q_12'],
    ['zh', 'a word inside', '验证码', 'q_13'],
    ['ko', 'a word with its particle left out', '비밀번호', 'q_14'],
    ['ko', 'a sentence', '비밀번호를 잊어버렸습니다', 'q_14'],
  ])('%s: finds by %s', async (locale, _, text, id) => {
    expect(await found(text)).toContain(id);
    expect((await found(text, { locale }))[0]).toBe(id);
  });

  it('does not take one language for another', async () => {
    expect(await found('密码', { locale: 'ja' })).toEqual([]);
    expect(await found('Rechnung', { locale: 'en' })).toEqual([]);
  });

  it('of what is equally good, shows first what the reader prefers to read, and leaves nothing out', async () => {
    expect(await found('Bluetooth')).toHaveLength(2);
    expect(await found('Bluetooth', { preferLocale: 'de-AT' })).toEqual(['k_2', 'k_1']);
    expect(await found('Bluetooth', { preferLocale: 'fr' })).toEqual(['k_1', 'k_2']);
    // What fits better stays first.
    expect(await found('Bluetooth headset', { preferLocale: 'de' })).toEqual(['k_1', 'k_2']);
  });

  it.each([
    ['ja', 'パスワード', 'q_11'],
    ['zh', '密码', 'q_12'],
    ['de', 'gerat', 'q_4'],
    ['ru', 'письмо', 'q_6'],
  ])('%s: marks what it found', async (_, text, id) => {
    const { hits } = await under.engine.search(readQuery({ text, first: 20 }), new RuleBook());
    expect(hits.find((hit) => hit.id === id)?.titleHtml).toMatch(/<mark>/);
  });
});

const HELP_DESK = [
  document({ id: 'q_1', title: 'How do I change the email address of my account?' }),
  document({ id: 'q_2', title: 'Too many notifications', text: 'They come every minute.' }),
  document({ id: 'q_3', locale: 'de', title: 'Wie kann ich meine Rechnung als PDF herunterladen?' }),
  document({ id: 'q_4', locale: 'de', title: 'Das Gerät lässt sich nicht zurücksetzen' }),
  document({ id: 'q_5', locale: 'de', title: 'Zulässige Größe der Anhänge' }),
  document({ id: 'q_6', locale: 'ru', title: 'Мне не приходит письмо с подтверждением' }),
  document({ id: 'q_7', locale: 'ru', title: 'Где посмотреть мой счёт?' }),
  document({ id: 'q_8', locale: 'fr', title: 'Comment réinitialiser mon mot de passe ?' }),
  document({ id: 'q_9', locale: 'es', title: '¿Cómo puedo cancelar la suscripción?' }),
  document({
    id: 'q_10',
    locale: 'pt-BR',
    title: 'Como excluir minha conta?',
    text: 'Quero apagar todas as informações.',
  }),
  document({ id: 'q_11', locale: 'ja', title: 'パスワードを忘れました。どうすればいいですか？' }),
  document({ id: 'q_12', locale: 'zh', title: '如何修改登录密码？' }),
  document({ id: 'q_13', locale: 'zh', title: '手机收不到短信验证码怎么办' }),
  document({ id: 'q_14', locale: 'ko', title: '비밀번호를 잊어버렸습니다. 어떻게 해야 하나요?' }),
  document({ id: 'k_1', locale: 'fr', title: 'Bluetooth headset' }),
  document({ id: 'k_2', locale: 'de', title: 'Bluetooth Kopfhörer' }),
];
