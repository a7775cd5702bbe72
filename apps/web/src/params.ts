import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
  /** The number in a question's address. */
  number: (param) => (/^[1-9]\d{0,14}$/.test(param) ? param : undefined),
});
