import { document } from '../document.ts';

export const login = document<unknown, { input: { login: string; password: string } }>(`
mutation Login($input: LoginInput!) { login(input: $input) { user { id } } }`);

export const register = document<
  unknown,
  { input: { username: string; email: string; password: string; displayName?: string } }
>(`
mutation Register($input: RegisterInput!) { register(input: $input) { user { id } } }`);

export const logout = document<unknown>(`
mutation Logout { logout { ok } }`);

export const requestPasswordReset = document<unknown, { input: { email: string } }>(`
mutation RequestPasswordReset($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok } }`);

export const resetPassword = document<unknown, { input: { token: string; password: string } }>(`
mutation ResetPassword($input: ResetPasswordInput!) { resetPassword(input: $input) { user { id } } }`);

export interface SetupInput {
  siteName: string;
  username: string;
  email: string;
  password: string;
  displayName: string;
  withSample: boolean;
}

export const setupSite = document<unknown, { input: SetupInput }>(`
mutation SetupSite($input: SetupSiteInput!) { setupSite(input: $input) { user { id } } }`);
