import { MeilisearchRefusal } from './errors.js';
import type { FilterableRule, IndexSettings } from './settings.js';

export type Document = Record<string, unknown>;
export type Predicate = (document: Document) => boolean;

const SYMBOL =
  /\s*(?:(!=|>=|<=|=|>|<|\(|\)|\[|\]|,)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()[\],=<>!"']+))/y;

interface Symbol_ {
  text: string;
  quoted: boolean;
}

/** The subset of filter expressions that Peerdesk uses, checked against `filterableAttributes` like the server does. */
export function compileFilter(filter: unknown, settings: IndexSettings, code: string): Predicate {
  if (filter === undefined || filter === null || filter === '') return () => true;
  if (typeof filter === 'string') return new FilterParser(filter, settings, code).parse();
  const all = (filter as (string | string[])[]).map((entry) => {
    if (typeof entry === 'string') return compileFilter(entry, settings, code);
    const any = entry.map((text) => compileFilter(text, settings, code));
    return (document: Document) => any.length === 0 || any.some((predicate) => predicate(document));
  });
  return (document) => all.every((predicate) => predicate(document));
}

class FilterParser {
  private readonly symbols: Symbol_[] = [];
  private position = 0;

  constructor(
    private readonly source: string,
    private readonly settings: IndexSettings,
    private readonly code: string,
  ) {
    SYMBOL.lastIndex = 0;
    while (source.slice(SYMBOL.lastIndex).trim() !== '') {
      const match = SYMBOL.exec(source);
      if (!match) throw this.refuse(`unexpected characters in the filter \`${source}\``);
      const quoted = match[2] ?? match[3];
      this.symbols.push(
        quoted === undefined
          ? { text: match[1] ?? match[4] ?? '', quoted: false }
          : { text: quoted.replace(/\\(.)/g, '$1'), quoted: true },
      );
    }
  }

  parse(): Predicate {
    const predicate = this.anyOf();
    if (this.position < this.symbols.length) {
      throw this.refuse(`Found unexpected characters at the end of the filter: \`${this.source}\``);
    }
    return predicate;
  }

  private anyOf(): Predicate {
    const options = [this.allOf()];
    while (this.takes('OR')) options.push(this.allOf());
    return (document) => options.some((option) => option(document));
  }

  private allOf(): Predicate {
    const conditions = [this.negation()];
    while (this.takes('AND')) conditions.push(this.negation());
    return (document) => conditions.every((condition) => condition(document));
  }

  private negation(): Predicate {
    if (this.takes('NOT')) {
      const inner = this.negation();
      return (document) => !inner(document);
    }
    if (this.takes('(')) {
      const inner = this.anyOf();
      if (!this.takes(')')) throw this.refuse('Expression is missing a closing parenthesis.');
      return inner;
    }
    return this.condition();
  }

  private condition(): Predicate {
    const attribute = this.value();
    const rule = this.ruleFor(attribute);
    const values = (document: Document) =>
      [document[attribute]].flat().filter((value) => value !== undefined);
    if (this.takes('EXISTS')) return (document) => attribute in document;
    if (this.takes('IS')) return this.isCondition(values);
    if (this.takes('IN')) return this.inCondition(values);
    if (this.takes('NOT')) return this.negatedCondition(attribute, values);
    const operator = this.next().text;
    if (['=', '!='].includes(operator)) {
      this.allow(rule, 'equality', operator, attribute);
      const wanted = facetOf(this.value());
      const holds: Predicate = (document) => values(document).some((value) => facetOf(value) === wanted);
      return operator === '=' ? holds : (document) => !holds(document);
    }
    if (['>', '>=', '<', '<='].includes(operator)) {
      this.allow(rule, 'comparison', operator, attribute);
      const bound = Number(this.value());
      return (document) => values(document).some((value) => compare(value, operator, bound));
    }
    return this.rangeCondition(rule, attribute, Number(operator), values);
  }

  private rangeCondition(
    rule: FilterableRule,
    attribute: string,
    low: number,
    values: (document: Document) => unknown[],
  ): Predicate {
    if (Number.isNaN(low) || !this.takes('TO')) {
      throw this.refuse(
        'Was expecting an operation `=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, `NOT EXISTS`, ' +
          `\`IS NULL\`, \`IS NOT NULL\`, \`IS EMPTY\` or \`IS NOT EMPTY\` at \`${this.source}\`.`,
      );
    }
    this.allow(rule, 'comparison', 'TO', attribute);
    const high = Number(this.value());
    return (document) =>
      values(document).some((value) => compare(value, '>=', low) && compare(value, '<=', high));
  }

  private isCondition(values: (document: Document) => unknown[]): Predicate {
    const negated = this.takes('NOT');
    const isNull = this.takes('NULL');
    if (!isNull && !this.takes('EMPTY')) throw this.refuse('Was expecting `NULL` or `EMPTY` after `IS`.');
    const holds: Predicate = isNull
      ? (document) => values(document).includes(null)
      : (document) => values(document).length === 0 || values(document).includes('');
    return negated ? (document) => !holds(document) : holds;
  }

  private inCondition(values: (document: Document) => unknown[]): Predicate {
    if (!this.takes('[')) throw this.refuse('Expected `[` after `IN`.');
    const wanted = new Set<string>();
    while (!this.takes(']')) {
      wanted.add(facetOf(this.value()));
      this.takes(',');
    }
    return (document) => values(document).some((value) => wanted.has(facetOf(value)));
  }

  private negatedCondition(attribute: string, values: (document: Document) => unknown[]): Predicate {
    if (this.takes('EXISTS')) return (document) => !(attribute in document);
    if (!this.takes('IN')) throw this.refuse('Was expecting `IN` or `EXISTS` after `NOT`.');
    const inside = this.inCondition(values);
    return (document) => !inside(document);
  }

  private ruleFor(attribute: string): FilterableRule {
    const rules = this.settings.filterableAttributes.map((rule): FilterableRule =>
      typeof rule === 'string' ? { attributePatterns: [rule] } : rule,
    );
    const rule = rules.find((candidate) => candidate.attributePatterns.some((name) => fits(name, attribute)));
    if (rule) return rule;
    const available = rules.flatMap((candidate) => candidate.attributePatterns);
    throw this.refuse(
      available.length === 0
        ? `Attribute \`${attribute}\` is not filterable. This index does not have configured filterable attributes.`
        : `Attribute \`${attribute}\` is not filterable. Available filterable attribute patterns are: \`${available.join(', ')}\`.`,
    );
  }

  /** In the long form of a rule, equality is on and comparison off unless said otherwise. */
  private allow(
    rule: FilterableRule,
    feature: 'equality' | 'comparison',
    operator: string,
    attribute: string,
  ): void {
    if (!rule.features) return;
    const fallback = feature === 'equality';
    if (rule.features.filter?.[feature] ?? fallback) return;
    throw this.refuse(`Filter operator \`${operator}\` is not allowed for the attribute \`${attribute}\`.`);
  }

  private takes(word: string): boolean {
    const symbol = this.symbols[this.position];
    if (symbol === undefined || symbol.quoted || symbol.text !== word) return false;
    this.position += 1;
    return true;
  }

  private next(): Symbol_ {
    const symbol = this.symbols[this.position];
    if (symbol === undefined) throw this.refuse(`The filter \`${this.source}\` ends too early.`);
    this.position += 1;
    return symbol;
  }

  private value(): string {
    const symbol = this.next();
    if (!symbol.quoted && /^(?:[=<>()[\],]|!=|>=|<=|AND|OR|NOT)$/.test(symbol.text)) {
      throw this.refuse(`Was expecting a value but instead got \`${symbol.text}\`.`);
    }
    return symbol.text;
  }

  private refuse(message: string): MeilisearchRefusal {
    return new MeilisearchRefusal(this.code, message);
  }
}

function fits(pattern: string, attribute: string): boolean {
  return (
    pattern === '*' ||
    pattern === attribute ||
    (pattern.endsWith('*') && attribute.startsWith(pattern.slice(0, -1)))
  );
}

/** Filters compare text without case, and numbers with the text that shows them. */
function facetOf(value: unknown): string {
  return String(value).trim().toLowerCase();
}

function compare(value: unknown, operator: string, bound: number): boolean {
  if (typeof value !== 'number' || Number.isNaN(bound)) return false;
  if (operator === '>') return value > bound;
  if (operator === '>=') return value >= bound;
  return operator === '<' ? value < bound : value <= bound;
}
