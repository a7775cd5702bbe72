/** Asks again and again until the answer passes, and gives it. @throws with the last answer after `seconds` */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  passes: (answer: Answer) => boolean,
  seconds = 30,
): Promise<Answer> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (passes(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`not within ${seconds} s; the last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
