import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import { allowRuleTextSchema } from './outbound-allow.rules';
import { findPasswordWeakness } from './password.rules';

/** What the first person enters. */
export const ownerInputSchema = z
  .object({
    name: z.string().trim().min(1, 'Enter your name.').max(100, 'Use at most 100 characters.'),
    email: z.email('Enter an email address such as you@example.com.').max(200),
    password: z.string(),
  })
  .superRefine((input, context) => {
    const weakness = findPasswordWeakness(input.password, input.email);
    if (weakness !== null) context.addIssue({ code: 'custom', path: ['password'], message: weakness });
  });
export type OwnerInput = z.infer<typeof ownerInputSchema>;

/** Says whether this installation has its owner yet. */
export const getSetup = defineRoute({
  method: 'get',
  path: '/setup',
  operationId: 'getSetup',
  tag: 'Account',
  summary: 'Whether the owner account exists',
  access: 'public',
  result: z.object({ hasOwner: z.boolean() }),
});

/** Makes the owner account; works once. The answer sets the session cookie. */
export const createOwner = defineRoute({
  method: 'post',
  path: '/setup/owner',
  operationId: 'createOwner',
  tag: 'Account',
  summary: 'Create the owner account (first start only)',
  access: 'public',
  body: ownerInputSchema,
  problems: ['setup/owner-exists'],
});

export const accountSchema = z.object({ userId: z.string(), name: z.string(), email: z.string(), workspaceName: z.string() });
export type Account = z.infer<typeof accountSchema>;

/** Who is signed in. */
export const getAccount = defineRoute({
  method: 'get',
  path: '/account',
  operationId: 'getAccount',
  tag: 'Account',
  summary: 'The signed-in person',
  access: 'session',
  result: accountSchema,
});

/** A change of password; the server also refuses weak new ones, see `findPasswordWeakness`. */
export const passwordChangeSchema = z.object({ currentPassword: z.string().min(1, 'Enter your current password.').max(200), newPassword: z.string() });

/** Changes the password and signs out every other session. */
export const changePassword = defineRoute({
  method: 'post',
  path: '/account/password',
  operationId: 'changePassword',
  tag: 'Account',
  summary: 'Change the password',
  access: 'session',
  body: passwordChangeSchema,
  problems: ['account/wrong-password', 'account/too-many-tries'],
});

const allowListSchema = z
  .string()
  .max(20_000, 'Use at most 20,000 characters.')
  .superRefine((text, context) => {
    text.split(/[\n,]/).forEach((line, index) => {
      const rule = line.trim();
      const parsed = rule === '' ? null : allowRuleTextSchema.safeParse(rule);
      if (parsed && !parsed.success) context.addIssue({ code: 'custom', message: `Line ${index + 1}, “${rule}”: ${parsed.error.issues[0]?.message ?? 'not a rule'}` });
    });
  });

/** What can be changed of a workspace. */
export const workspaceChangeSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(100, 'Use at most 100 characters.'),
  outboundAllow: allowListSchema,
});

export const workspaceSettingsSchema = z.object({
  name: z.string(),
  /** Private hosts that integrations may reach, one rule a line. */
  outboundAllow: z.string(),
  /** Rules of the environment variable OUTBOUND_ALLOW; they can't be changed here. */
  outboundAllowFromEnvironment: z.string(),
  version: z.number(),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;

export const getWorkspaceSettings = defineRoute({
  method: 'get',
  path: '/workspace',
  operationId: 'getWorkspaceSettings',
  tag: 'Settings',
  summary: 'The workspace and its outbound allow-list',
  access: 'session',
  result: workspaceSettingsSchema,
});

export const updateWorkspaceSettings = defineRoute({
  method: 'put',
  path: '/workspace',
  operationId: 'updateWorkspaceSettings',
  tag: 'Settings',
  summary: 'Change the workspace',
  access: 'session',
  body: workspaceChangeSchema.extend({ version: z.number().int() }),
  result: workspaceSettingsSchema,
  problems: ['workspace/changed-meanwhile'],
});
