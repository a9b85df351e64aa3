import type { ContextCommand, ContextData, ContextScope, ScriptCommand } from '@/lib/engine/script/conversation-script.schema';

/**
 * Context data as it will be once commands are carried out, for the scripts that come later in the same turn: a turn's
 * commands reach the database with the turn. Commands that are not about context data do nothing. The input stays as it is.
 */
export function applyToContext(context: ContextData, commands: readonly ScriptCommand[]): ContextData {
  return commands.reduce((before, command) => (isContextCommand(command) ? applyOne(before, command) : before), context);
}

function isContextCommand(command: ScriptCommand): command is ContextCommand {
  return ['register-context', 'delete-context-namespace', 'set-context', 'delete-context'].includes(command.kind);
}

type Namespace = ContextData[string];

function applyOne(context: ContextData, command: ContextCommand): ContextData {
  const name = command.namespace;
  const found = Object.hasOwn(context, name) ? context[name] : undefined;
  switch (command.kind) {
    case 'register-context':
      return { ...context, [name]: found ? { ...found, ttlS: command.ttlS ?? found.ttlS } : { ttlS: command.ttlS, global: {}, user: {}, conversation: {} } };
    case 'delete-context-namespace':
      return Object.fromEntries(Object.entries(context).filter(([other]) => other !== name));
    case 'set-context':
      return found ? { ...context, [name]: withValues(found, command.scope, { ...found[command.scope], [command.property]: command.value }) } : context;
    case 'delete-context': {
      if (!found) return context;
      const kept = Object.entries(found[command.scope]).filter(([property]) => command.property !== null && property !== command.property);
      return { ...context, [name]: withValues(found, command.scope, Object.fromEntries(kept)) };
    }
  }
}

function withValues(namespace: Namespace, scope: ContextScope, values: Namespace[ContextScope]): Namespace {
  return { ...namespace, [scope]: values };
}
