import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Role } from '#libs/kernel';
import { RoleEnum, User } from './user.types.js';

@InputType()
export class RegisterInput {
  @Field(() => String, { description: '2 to 30 characters: letters from a to z, digits, - and _.' })
  username: string;

  @Field(() => String)
  email: string;

  @Field(() => String, { description: '8 to 200 characters.' })
  password: string;

  @Field(() => String, { nullable: true, description: '1 to 60 characters; the user name if left out.' })
  displayName?: string | null;
}

@InputType()
export class LoginInput {
  @Field(() => String, { description: 'User name or e-mail address.' })
  login: string;

  @Field(() => String)
  password: string;
}

@InputType()
export class SetRoleInput {
  @Field(() => ID)
  userId: string;

  @Field(() => RoleEnum)
  role: Role;
}

@InputType()
export class EditProfileInput {
  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, up to 3,000 characters.' })
  about?: string | null;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword: string;

  @Field(() => String)
  newPassword: string;
}

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String)
  email: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'From the mailed link.' })
  token: string;

  @Field(() => String)
  password: string;
}

@ObjectType()
export class SessionPayload {
  @Field(() => User)
  user: User;

  @Field(() => String, {
    description:
      'For clients without cookies, as `Authorization: Bearer <token>`. The session cookie is set as well.',
  })
  token: string;
}

@ObjectType()
export class UserPayload {
  @Field(() => User)
  user: User;
}

@ObjectType()
export class LogoutPayload {
  @Field(() => Boolean)
  ok: boolean;
}

@ObjectType()
export class OkPayload {
  @Field(() => Boolean)
  ok: boolean;
}
