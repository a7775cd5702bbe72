import { guessLocale } from './locale.js';

it.each([
  ['en', '<p>How long do I have to boil an egg for it to be soft? The water is not hot.</p>'],
  ['de', '<p>Wie lange muss ich ein Ei kochen, damit es nicht hart wird? Das Wasser ist auch heiß.</p>'],
  [
    'fr',
    '<p>Combien de temps faut-il cuire un œuf pour qu’il ne soit pas dur ? Je suis dans la cuisine avec une amie.</p>',
  ],
  ['es', '<p>¿Cómo puedo cocer un huevo para que no esté muy duro? Los míos están con la yema seca.</p>'],
  [
    'pt',
    '<p>Como faço para cozinhar um ovo que não fique duro? Os meus são da minha avó, mas você não vai gostar.</p>',
  ],
  ['ru', '<p>Сколько варить яйцо, чтобы оно было мягким?</p>'],
  ['uk', '<p>Скільки варити яйце, щоб воно було м’яким? Її поради.</p>'],
  ['ja', '<p>卵をやわらかくゆでるには何分かかりますか。</p>'],
  ['zh', '<p>鸡蛋要煮多久才会软？</p>'],
  ['ko', '<p>달걀을 얼마나 삶아야 하나요?</p>'],
  ['el', '<p>Πόση ώρα βράζω ένα αυγό;</p>'],
])('recognises %s', (locale, html) => expect(guessLocale(html)).toBe(locale));

it('looks past code, tags and addresses', () => {
  const code = '<pre><code>the and of to is that it for you with this</code></pre>'.repeat(5);
  expect(guessLocale(`${code}<p class="the">Das ist nicht von mir und auch nicht von dir.</p>`)).toBe('de');
});

it('a word of Japanese does not make an English text Japanese, and no text at all is taken for English', () => {
  expect(guessLocale('<p>What is the meaning of 食べる in this sentence, and how do you read it?</p>')).toBe(
    'en',
  );
  expect(guessLocale('')).toBe('en');
});
