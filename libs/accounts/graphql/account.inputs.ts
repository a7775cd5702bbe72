import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Role } from '#libs/kernel';
import { RoleEnum, User } from './user.types.js';

@InputType({
  description: 'What a new account is made of. BAD_USER_INPUT names every field that is malformed or taken.',
})
export class RegisterInput {
  @Field(() => String, {
    description:
      '2 to 30 characters: letters from a to z, digits, - and _, beginning and ending with a letter or ' +
      'digit. Names that are taken, look like one that is, or speak for the house are refused.',
  })
  username: string;

  @Field(() => String, {
    description:
      'Where mails go, up to 254 characters; shown to nobody but its owner and ADMINs. Each address has ' +
      'one account.',
  })
  email: string;

  @Field(() => String, { description: '8 to 200 characters; not the user name or the e-mail address.' })
  password: string;

  @Field(() => String, { nullable: true, description: '1 to 60 characters; the user name if left out.' })
  displayName?: string | null;
}

@InputType({ description: 'The credentials of an account.' })
export class LoginInput {
  @Field(() => String, { description: 'User name or e-mail address.' })
  login: string;

  @Field(() => String, { description: 'As it was chosen; compared to the letter.' })
  password: string;
}

@InputType({ description: 'Who gets which role.' })
export class SetRoleInput {
  @Field(() => ID, { description: 'Whose role it is.' })
  userId: string;

  @Field(() => RoleEnum, { description: 'The role that replaces the one they have.' })
  role: Role;
}

@InputType({ description: 'What people say about themselves; what is left out or null stays.' })
export class EditProfileInput {
  @Field(() => String, {
    nullable: true,
    description: '1 to 60 characters; names that speak for the house are for STAFF and ADMIN.',
  })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, up to 3,000 characters.' })
  about?: string | null;
}

@InputType({ description: 'The old and the new password of the viewer.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The one in force; BAD_USER_INPUT if it is not.' })
  currentPassword: string;

  @Field(() => String, { description: '8 to 200 characters; not the user name or the e-mail address.' })
  newPassword: string;
}

@InputType({ description: 'Whose password is to be chosen anew.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The address of the account.' })
  email: string;
}

@InputType({ description: 'The token of a mailed link, and the password that it is redeemed for.' })
export class ResetPasswordInput {
  @Field(() => String, {
    description: 'From the mailed link: works once and for two hours, else BAD_USER_INPUT.',
  })
  token: string;

  @Field(() => String, { description: 'The new one, 8 to 200 characters.' })
  password: string;
}

@ObjectType({ description: 'Somebody who is logged in now, with their session.' })
export class SessionPayload {
  @Field(() => User, { description: 'Whose session it is.' })
  user: User;

  @Field(() => String, {
    description:
      'For clients without cookies, as `Authorization: Bearer <token>`. The session cookie is set as ' +
      'well. It ends after 30 days without use.',
  })
  token: string;
}

@ObjectType({ description: 'A person, after the change.' })
export class UserPayload {
  @Field(() => User, { description: 'As they are now.' })
  user: User;
}

@ObjectType({ description: 'Says that the session is over.' })
export class LogoutPayload {
  @Field(() => Boolean, { description: 'Always true, also if there was no session.' })
  ok: boolean;
}

@ObjectType({ description: 'For what leaves nothing to show.' })
export class OkPayload {
  @Field(() => Boolean, { description: 'Always true: what fails is an error.' })
  ok: boolean;
}
