import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import { WARNING_CODES } from '../application/warnings.js';
import type { Warning, WarningCode } from '../application/warnings.js';
import type { SiteProfile } from '../domain/profile.js';
import type { MailRow } from '../persistence/mail.queries.js';

@ObjectType({ description: 'The community as a whole: its name, its rules, its state.' })
export class Site implements SiteProfile {
  @Field(() => String, { description: '2 to 60 characters; stands on every page.' })
  name: string;

  @Field(() => String, { description: 'One line below the name; may be empty.' })
  tagline: string;

  @Field(() => String, { description: 'BCP 47; what new questions are taken to be written in.' })
  locale: string;

  @Field(() => String, {
    description: 'Markdown; a text in the language of the site until an ADMIN writes one.',
  })
  houseRules: string;

  @Field(() => String, { description: 'The same as sanitised HTML.' })
  houseRulesHtml: string;
}

export const WarningCodeEnum = Object.fromEntries(WARNING_CODES.map((code) => [code, code])) as {
  [Code in WarningCode]: Code;
};
registerEnumType(WarningCodeEnum, {
  name: 'SiteWarningCode',
  description: 'What a warning is about, for clients that say it in words of their own. More may come.',
  valuesMap: {
    RATE_LIMITS_OFF: { description: 'Nobody is held back, as `RATE_LIMITS` is off.' },
    NO_HTTPS: { description: '`PUBLIC_URL`, the `detail`, has no https.' },
    NO_MAIL_SERVER: { description: '`SMTP_URL` is not set; `mails` are kept.' },
    MAILS_GIVEN_UP: { description: '`mails` were refused for good; `detail` is what the mail server said.' },
    MAILS_DELAYED: { description: '`mails` are tried again later; `detail` is what the mail server said.' },
    NO_WORKER: {
      description: 'Nobody does the work in the background: mails, the nightly cleaning and the like wait.',
    },
  },
});

@ObjectType({ description: 'Something that an ADMIN should know and do something about.' })
export class SiteWarning implements Warning {
  @Field(() => WarningCodeEnum, { description: 'What it is about, for clients that word it themselves.' })
  code: WarningCode;

  @Field(() => String, { description: 'What is wrong and what follows from it, in English.' })
  message: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many mails it is about; null where it is about none.',
  })
  mails: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address that lacks https, or what the mail server said.',
  })
  detail: string | null;
}

@ObjectType({ implements: () => [Node], description: 'A mail that has not left the site.' })
export class Mail extends Node {
  @Field(() => String, { description: 'The address that it is for.' })
  recipient: string;

  @Field(() => String, { description: 'Plain text, one line.' })
  subject: string;

  @Field(() => String, { description: 'Plain text.' })
  body: string;

  @Field(() => Date, { description: 'When it was written, UTC.' })
  createdAt: Date;

  @Field(() => Int, { description: 'How often it was tried to send it.' })
  attempts: number;

  @Field(() => Date, { nullable: true, description: 'Null once it was given up.' })
  nextAttemptAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said the last time.' })
  lastError: string | null;
}

export const MailConnection = connectionOf<Mail>('Mail', () => Mail);

export function toMail(row: MailRow): Mail {
  return { ...row, id: globalId('mail', row.mailId) };
}

@InputType({
  description: 'The community and its first ADMIN. BAD_USER_INPUT names every field that does not fit.',
})
export class SetupSiteInput {
  @Field(() => String, { description: 'The name of the community, 2 to 60 characters.' })
  siteName: string;

  @Field(() => String, {
    description: 'The ADMIN’s: 2 to 30 characters, letters from a to z, digits, - and _.',
  })
  username: string;

  @Field(() => String, { description: 'The address of the ADMIN, up to 254 characters.' })
  email: string;

  @Field(() => String, {
    description: 'The ADMIN’s, 8 to 200 characters; not the user name or the e-mail address.',
  })
  password: string;

  @Field(() => String, { description: 'The ADMIN’s, 1 to 60 characters.' })
  displayName: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether to start with a sample community; it appears within seconds.',
  })
  withSample?: boolean | null;
}

@InputType({ description: 'What is to change; what is left out or null stays.' })
export class UpdateSiteInput {
  @Field(() => String, { nullable: true, description: '2 to 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 160 characters; empty takes it away.' })
  tagline?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47, such as en or pt-BR; what new questions are taken to be written in.',
  })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, 1 to 20,000 characters.' })
  houseRules?: string | null;
}

@ObjectType({ description: 'The site after the change.' })
export class SitePayload {
  @Field(() => Site, { description: 'As it is now.' })
  site: Site;
}
