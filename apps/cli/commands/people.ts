import { text } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { ROLES } from '#libs/kernel';
import type { Role } from '#libs/kernel';
import type { SiteAccess } from '../site-access.js';

const RESET_HELP = `
The link is valid once, for two hours, and leads to PUBLIC_URL. For people who cannot be sent a mail, such as those who
came with an import. With --password-stdin the new password is read from the standard input, and all sessions end:

  printf %s "$PASSWORD" | npm run peerdesk -- reset-password ann --password-stdin`;

const ERASE_HELP = `
It cannot be undone. What the person wrote in public stays, without their name; all else that identifies them goes, at once
or within the day (the server, or the next one to start, does what is left). The reason is kept on record for good, so do
not name the person in it.`;

/** Adds `role`, `reset-password` and `erase`: what the operator may do to accounts, who owns the machine and needs no role. */
export function addPeopleCommands(program: Command, site: SiteAccess): void {
  program
    .command('role')
    .description('gives somebody another role')
    .argument('<user>', 'the user name')
    .argument('<role>', ROLES.join(', '), toRole)
    .action((username: string, role: Role) => giveRole(site, username, role));

  program
    .command('reset-password')
    .description('prints a link with which somebody can choose a new password')
    .argument('<user>', 'the user name')
    .option('--password-stdin', 'set the password that comes on the standard input instead', false)
    .addHelpText('after', RESET_HELP)
    .action((username: string, options: { passwordStdin: boolean }) =>
      options.passwordStdin ? setPassword(site, username) : printLink(site, username),
    );

  program
    .command('erase')
    .description('erases the account of somebody for good')
    .argument('<user>', 'the user name')
    .requiredOption('--reason <text>', 'why, without naming the person')
    .addHelpText('after', ERASE_HELP)
    .action((username: string, options: { reason: string }) => erase(site, username, options.reason));
}

async function giveRole(site: SiteAccess, username: string, role: Role): Promise<void> {
  const { Accounts } = await import('#libs/accounts');
  await site.withSite(async (app) => {
    await app.get(Accounts).setRoleByOperator(username, role);
    site.terminal.stdout.write(`${username} is ${role} now.\n`);
  });
}

async function erase(site: SiteAccess, username: string, reason: string): Promise<void> {
  const { Erasure } = await import('#libs/accounts');
  await site.withSite(async (app) => {
    await app.get(Erasure).eraseByOperator(username, reason);
    site.terminal.stdout.write(`The account ${username} is erased.\n`);
  });
}

async function printLink(site: SiteAccess, username: string): Promise<void> {
  const { Accounts, PasswordReset } = await import('#libs/accounts');
  await site.withSite(async (app) => {
    const accountId = await app.get(Accounts).idOf(username);
    const link = await onRecord(app, accountId, () => app.get(PasswordReset).createLink(accountId));
    site.terminal.stdout.write(`${link}\n`);
  });
}

async function setPassword(site: SiteAccess, username: string): Promise<void> {
  const { Accounts, PasswordReset, Sessions } = await import('#libs/accounts');
  // A line break at the end comes from echo and the return key, not from the password.
  const password = (await text(site.terminal.stdin)).replace(/\r?\n$/, '');
  await site.withSite(async (app) => {
    const accountId = await app.get(Accounts).idOf(username);
    await onRecord(app, accountId, async () => {
      const link = new URL(await app.get(PasswordReset).createLink(accountId));
      await app.get(PasswordReset).redeem(link.searchParams.get('token') ?? '', password);
      // Also the one that choosing a password opens: nobody is there to use it.
      await app.get(Sessions).closeAll(accountId);
    });
    site.terminal.stdout.write(`${username} has the new password; all earlier sessions have ended.\n`);
  });
}

/** Like every act of administration; the operator has no account, and no name in the record. */
async function onRecord<T>(
  app: INestApplicationContext,
  accountId: number,
  act: () => Promise<T>,
): Promise<T> {
  const [{ Audit }, { Database }] = await Promise.all([import('#libs/moderation'), import('#libs/platform')]);
  return app.get(Database).transaction(async () => {
    const result = await act();
    await app.get(Audit).record({
      actorId: null,
      action: 'account.password-reset',
      subjectKind: 'account',
      subjectId: accountId,
    });
    return result;
  });
}

function toRole(word: string): Role {
  const role = ROLES.find((known) => known === word.toUpperCase());
  if (!role) throw new InvalidArgumentError(`Choose one of ${ROLES.join(', ')}.`);
  return role;
}
