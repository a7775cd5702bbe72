/** Reads the fields of a form as text: a file or a missing field is the empty string, line ends are `\n`. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

export function textsOf<Name extends string>(form: FormData, ...names: Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<Name, string>;
}

/** The API takes figures up to 2³¹ − 1, and could not even read a larger one. */
const largest = 2 ** 31 - 1;

/** A whole figure. What is none is 0, which the API refuses at its field; cut off, 1.5 would be 1 without a word. */
export function wholeOf(form: FormData, name: string): number {
  const figure = Number(textOf(form, name));
  return Number.isInteger(figure) ? Math.max(-largest, Math.min(largest, figure)) : 0;
}

/** Tags as people type them: separated by spaces, commas or semicolons, each once. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}
