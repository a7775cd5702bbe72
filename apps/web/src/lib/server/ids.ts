/** The one place of the pages that knows the shape of the API's ids. */

/** The id of the question whose number stands in the address. */
export function questionIdOf(number: string): string {
  return `q_${number}`;
}

/** The id of an answer that somebody names by its address, which ends in `#answer-12`, by its number or its id. */
export function answerIdIn(text: string): string {
  const number = /(?:^|#answer-|^a_)(\d+)$/.exec(text.trim())?.[1];
  return number === undefined ? text.trim() : `a_${number}`;
}
