import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import {
  credentialDetailSchema,
  credentialInputSchema,
  credentialTestSchema,
  credentialUpdateSchema,
  credentialViewSchema,
} from './credential.schema';

const params = z.object({ credentialId: z.string() });
const tag = 'Credentials';
const access = 'session';

export const listCredentials = defineRoute({
  method: 'get',
  path: '/credentials',
  operationId: 'listCredentials',
  tag,
  summary: 'All credentials, by name',
  description: 'Secrets are never sent.',
  access,
  result: z.object({ credentials: z.array(credentialViewSchema) }),
});

export const createCredential = defineRoute({
  method: 'post',
  path: '/credentials',
  operationId: 'createCredential',
  tag,
  summary: 'Create a credential',
  description: 'The secret is encrypted before it is stored and never sent back.',
  access,
  body: credentialInputSchema,
  result: credentialDetailSchema,
  status: 201,
});

export const getCredential = defineRoute({
  method: 'get',
  path: '/credentials/{credentialId}',
  operationId: 'getCredential',
  tag,
  summary: 'One credential with the integrations that use it',
  access,
  params,
  result: credentialDetailSchema,
  problems: ['credential/not-found'],
});

export const updateCredential = defineRoute({
  method: 'put',
  path: '/credentials/{credentialId}',
  operationId: 'updateCredential',
  tag,
  summary: 'Change a credential',
  description:
    'A secret that is left out or empty stays as it was. Refused with the current credential in `current` when somebody else saved since `version`.',
  access,
  params,
  body: credentialUpdateSchema,
  result: credentialDetailSchema,
  problems: ['credential/not-found', 'credential/changed-meanwhile', 'credential/secret-missing'],
});

export const deleteCredential = defineRoute({
  method: 'delete',
  path: '/credentials/{credentialId}',
  operationId: 'deleteCredential',
  tag,
  summary: 'Delete a credential',
  description: 'Refused while integrations use it; `usedBy` lists them.',
  access,
  params,
  problems: ['credential/not-found', 'credential/in-use'],
});

export const testCredential = defineRoute({
  method: 'post',
  path: '/credentials/{credentialId}/test',
  operationId: 'testCredential',
  tag,
  summary: 'Fetch a token with an OAuth credential',
  description: 'Answers with the token server’s answer, secrets masked. A refusal by that server is an answer too: see `kind`.',
  access,
  params,
  result: credentialTestSchema,
  problems: ['credential/not-found', 'credential/not-testable'],
});
