import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';
import {
  environmentInputSchema,
  environmentSummarySchema,
  environmentUpdateSchema,
  environmentViewSchema,
} from './environment.schema';

const params = z.object({ environmentId: z.string() });
const tag = 'Environments';
const access = 'session';

export const listEnvironments = defineRoute({
  method: 'get',
  path: '/environments',
  operationId: 'listEnvironments',
  tag,
  summary: 'All environments, by name',
  access,
  result: z.object({ environments: z.array(environmentSummarySchema) }),
});

export const createEnvironment = defineRoute({
  method: 'post',
  path: '/environments',
  operationId: 'createEnvironment',
  tag,
  summary: 'Create an environment',
  access,
  body: environmentInputSchema,
  result: environmentViewSchema,
  status: 201,
  problems: ['environment/value-missing'],
});

export const getEnvironment = defineRoute({
  method: 'get',
  path: '/environments/{environmentId}',
  operationId: 'getEnvironment',
  tag,
  summary: 'One environment with its variables and the bots that use it',
  description: 'Values of secret variables are never sent: `value` is null, `hasValue` true.',
  access,
  params,
  result: environmentViewSchema,
  problems: ['environment/not-found'],
});

export const updateEnvironment = defineRoute({
  method: 'put',
  path: '/environments/{environmentId}',
  operationId: 'updateEnvironment',
  tag,
  summary: 'Change an environment',
  description:
    '`variables` is the whole new list. A value that is left out or null stays as it was, found by its key. Refused with the current environment in `current` when somebody else saved since `version`.',
  access,
  params,
  body: environmentUpdateSchema,
  result: environmentViewSchema,
  problems: ['environment/not-found', 'environment/changed-meanwhile', 'environment/value-missing'],
});

export const deleteEnvironment = defineRoute({
  method: 'delete',
  path: '/environments/{environmentId}',
  operationId: 'deleteEnvironment',
  tag,
  summary: 'Delete an environment',
  description: 'Refused while bots use it; `usedBy` lists them.',
  access,
  params,
  problems: ['environment/not-found', 'environment/in-use'],
});
