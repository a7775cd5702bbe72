import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { ConflictError, UserInputError, checkAll } from '#libs/kernel';
import { Database, DomainEvents, brokenConstraint } from '#libs/platform';
import { AccountRegistered } from '../domain/events.js';
import { hashPassword, requirePassword } from '../domain/password.js';
import { requireDisplayName, requireUsername, skeleton } from '../domain/username.js';

export interface NewAccount {
  username: string;
  email: string;
  password: string;
  displayName?: string | null;
}

const TAKEN: Record<string, UserInputError> = {
  account_username_unique: UserInputError.field(
    'username',
    'This user name is taken. Please choose another one.',
  ),
  account_username_skeleton_unique: UserInputError.field(
    'username',
    'This user name looks like one that is taken. Please choose one that cannot be mistaken for it.',
  ),
  account_email_unique: UserInputError.field(
    'email',
    'There is an account with this e-mail address. Log in instead.',
  ),
};

@Injectable()
export class Registration {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
  ) {}

  /** True until somebody is in charge: who founds the site, or an imported person whom the operator made ADMIN. */
  async needsFounder(): Promise<boolean> {
    return !(await this.database.one(`select 1 from account where is_founder or role = 'ADMIN' limit 1`));
  }

  /**
   * Creates an account and gives its number. The first one of a site is its founder and ADMIN.
   * @throws UserInputError for a field that is malformed, reserved or taken
   */
  async register(input: NewAccount): Promise<number> {
    const mayFound = await this.needsFounder();
    const account = await this.checked(input, { isFounder: mayFound });
    return (
      (mayFound && (await this.insert(account, { isFounder: true }))) || this.insertMember(account, input)
    );
  }

  /**
   * Creates the account that founds the site, as its ADMIN, and gives its number.
   * @throws ConflictError if the site has been founded; UserInputError for a field that is malformed
   */
  async found(input: NewAccount): Promise<number> {
    const id = (await this.needsFounder())
      ? await this.insert(await this.checked(input, { isFounder: true }), { isFounder: true })
      : null;
    if (id === null) throw new ConflictError('This site has been set up already. Please log in.');
    return id;
  }

  private async checked(input: NewAccount, options: { isFounder: boolean }): Promise<AccountRow> {
    const chosenName = input.displayName?.trim();
    const isTeam = options.isFounder;
    const [username, displayName, email] = checkAll(
      () => requireUsername(input.username, options),
      // Without one the user name is shown, which has been checked as such.
      () => (chosenName ? requireDisplayName(chosenName, { isTeam }) : input.username.trim()),
      () => requireEmail(input.email),
      () => requirePassword(input.password, 'password', [input.username.trim(), input.email.trim()]),
    );
    return { username, displayName, email, passwordHash: await hashPassword(input.password) };
  }

  /** Of two who register at once on an empty site only one founds it; the other one is held to a member's rules. */
  private async insertMember(account: AccountRow, input: NewAccount): Promise<number> {
    requireUsername(account.username, { isFounder: false });
    if (input.displayName) requireDisplayName(account.displayName, { isTeam: false });
    const id = await this.insert(account, { isFounder: false });
    if (id === null) throw new Error('a member cannot break the promise of one founder');
    return id;
  }

  /** The new number, or null if another founder was faster. */
  private async insert(account: AccountRow, { isFounder }: { isFounder: boolean }): Promise<number | null> {
    try {
      return await this.database.transaction(async () => {
        const [row] = await this.database.query<{ id: number }>(
          `insert into account (username, username_skeleton, display_name, email, password_hash, role, is_founder)
           values ($1, $2, $3, $4, $5, $6, $7) returning id`,
          [
            account.username,
            skeleton(account.username),
            account.displayName,
            account.email,
            account.passwordHash,
            isFounder ? 'ADMIN' : 'MEMBER',
            isFounder,
          ],
        );
        if (!row) throw new Error('the account was not written');
        await this.events.publish(new AccountRegistered(row.id));
        return row.id;
      });
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === 'account_one_founder') return null;
      throw TAKEN[constraint ?? ''] ?? error;
    }
  }
}

interface AccountRow {
  username: string;
  displayName: string;
  email: string;
  passwordHash: string;
}

function requireEmail(value: string): string {
  const email = value.trim();
  if (email.length > 254 || !isEmail(email)) {
    throw UserInputError.field('email', 'Please give an e-mail address such as name@example.com.');
  }
  return email;
}
