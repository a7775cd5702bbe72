import type { SearchRules } from './model/rules.ts';
import { moves, readRules, rulesText } from './search-rules.ts';

const nothing = { synonyms: '', stopWords: '', pinned: '', boosts: '' };

const rules: SearchRules = {
  locale: 'en',
  version: 3,
  synonyms: [
    { words: ['tent', 'shelter', 'tarp'], oneWay: false },
    { words: ['zelt', 'tent', 'shelter'], oneWay: true },
  ],
  stopWords: ['please', 'thanks'],
  pinned: [
    { query: 'wet tent', ids: ['k_1', 'q_2'], subjects: [{ id: 'k_1', path: '/faq/drying-a-wet-tent' }] },
  ],
  boosts: [{ field: 'TAG', value: 'tent', factor: 1.5 }],
  author: null,
  reason: null,
  createdAt: null,
};

describe('search rules as curators write them', () => {
  it('are a line for each, and what is pinned stands there by its address', () => {
    expect(rulesText(rules)).toEqual({
      synonyms: 'tent, shelter, tarp\nzelt => tent, shelter',
      stopWords: 'please\nthanks',
      pinned: 'wet tent => /faq/drying-a-wet-tent, q_2',
      boosts: 'tag:tent 1.5',
    });
  });

  it('are read as they were written', () => {
    const { synonyms, stopWords, boosts } = rules;
    const pinned = [{ query: 'wet tent', ids: ['/faq/drying-a-wet-tent', 'q_2'] }];
    expect(readRules(rulesText(rules))).toEqual({
      rules: { synonyms, stopWords, boosts, pinned },
      problems: [],
    });
  });

  it('may be written in other ways that people write', () => {
    expect(
      readRules({
        synonyms: '  Wi-Fi ; WLAN ,wireless network\n\nzelt→tent\n',
        stopWords: 'please, thanks\nhello',
        pinned: '',
        boosts: 'Tag: wet gear ×2\nkind:article 0,5',
      }),
    ).toEqual({
      rules: {
        synonyms: [
          { words: ['Wi-Fi', 'WLAN', 'wireless network'], oneWay: false },
          { words: ['zelt', 'tent'], oneWay: true },
        ],
        stopWords: ['please', 'thanks', 'hello'],
        pinned: [],
        boosts: [
          { field: 'TAG', value: 'wet gear', factor: 2 },
          { field: 'KIND', value: 'article', factor: 0.5 },
        ],
      },
      problems: [],
    });
  });

  it('that make no sense are named by their line', () => {
    const text = {
      ...nothing,
      synonyms: 'tent, shelter\nalone\na => b => c\na, b => c',
      pinned: 'wet tent\n=> /faq/x\nwet tent =>',
      boosts: 'tag:tent\nmood:good 2\nconstructor:x 2',
    };
    expect(readRules(text).problems).toEqual([
      { list: 'synonyms', line: 2 },
      { list: 'synonyms', line: 3 },
      { list: 'synonyms', line: 4 },
      { list: 'pinned', line: 1 },
      { list: 'pinned', line: 2 },
      { list: 'pinned', line: 3 },
      { list: 'boosts', line: 1 },
      { list: 'boosts', line: 2 },
      { list: 'boosts', line: 3 },
    ]);
  });
});

describe('what rules do to results', () => {
  it('is told by places: up, down, as before, new', () => {
    expect(moves(['a', 'b', 'c'], ['c', 'b', 'new', 'a'])).toEqual([2, 0, null, -3]);
  });
});
