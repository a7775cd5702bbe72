import type { LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import dos from 'highlight.js/lib/languages/dos';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import nginx from 'highlight.js/lib/languages/nginx';
import objectivec from 'highlight.js/lib/languages/objectivec';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import vbnet from 'highlight.js/lib/languages/vbnet';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** What customers of a product paste. Grammars are compiled when first used; registering one costs next to nothing. */
const LANGUAGES: Record<string, LanguageFn> = {
  bash,
  c,
  cpp,
  csharp,
  css,
  dart,
  diff,
  dockerfile,
  dos,
  go,
  graphql,
  http,
  ini,
  java,
  javascript,
  json,
  kotlin,
  lua,
  makefile,
  markdown,
  nginx,
  objectivec,
  perl,
  php,
  powershell,
  python,
  r,
  ruby,
  rust,
  scala,
  scss,
  shell,
  sql,
  swift,
  typescript,
  vbnet,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** Characters of code that are highlighted in one post; a block that does not fit any more is shown plain. */
const BUDGET = 10_000;
/**
 * Some grammars take time in the square of a stretch that they cannot place: a line without end, or letters, digits and
 * blanks without a single mark of punctuation. Neither is code that a person wrote.
 */
const UNLIKE_CODE = /[^\n]{500}|[\p{L}\p{N}_\s]{300}/u;
/** The shell grammar makes 300 characters of a lone `$`. Real code grows three- to sixfold. */
const MAX_GROWTH = 25;

/**
 * The registered language that the word after a fence means: `js`, `language-js` and `lang-js` are all `javascript`. Undefined for
 * one that nobody registered. Nothing is ever guessed from the code itself: a guess tries every grammar, costs forty
 * times as much, and is wrong on log files and error messages, which is what support is full of.
 */
export function languageName(info: string): string | undefined {
  const word = info
    .trim()
    .split(/[\s,{]/, 1)[0]
    ?.replace(/^lang(uage)?-/i, '');
  const grammar = word && hljs.getLanguage(word);
  if (!grammar) return undefined;
  return Object.keys(LANGUAGES).find((name) => hljs.getLanguage(name) === grammar);
}

/** Highlights the code blocks of one post, one after the other, within the post's budget. */
export class Highlighter {
  private left = BUDGET;

  /** Escaped code with `hljs-*` spans, or undefined where it is better shown plain. `language` as `languageName` gives it. */
  highlight(code: string, language: string): string | undefined {
    if (code.length > this.left || UNLIKE_CODE.test(code)) return undefined;
    this.left -= code.length;
    const html = hljs.highlight(code, { language, ignoreIllegals: true }).value;
    return html.length > code.length * MAX_GROWTH + 1_000 ? undefined : html;
  }
}
