import { hash, verify } from '@node-rs/argon2';
import { UserInputError } from '#libs/kernel';

export const PASSWORD = { min: 8, max: 200 } as const;

/** argon2id with 19 MiB, two passes, one lane: the OWASP password storage cheat sheet's first choice. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Something to verify against when there is no account, so that the answer takes as long. */
const NOBODY = hash('nobody has this password', COST);

/** @throws UserInputError on `path`. Length is what makes a password strong; rules about characters do not. */
export function requirePassword(password: string, path: string, notLike: readonly string[]): void {
  if (password.length < PASSWORD.min || password.length > PASSWORD.max) {
    throw UserInputError.field(path, `A password has ${PASSWORD.min} to ${PASSWORD.max} characters.`);
  }
  if (notLike.some((known) => known.toLowerCase() === password.toLowerCase())) {
    throw UserInputError.field(path, 'A password must differ from the user name and the e-mail address.');
  }
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await NOBODY), password.slice(0, PASSWORD.max));
  return isRight && passwordHash !== null;
}
