/** The API's id of the question whose number stands in the address. The one place that knows the shape of an id. */
export function questionIdOf(number: string): string {
  return `q_${number}`;
}
