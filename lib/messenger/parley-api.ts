import type { Parley, ParleyContactInfo, ParleyContactInfoSnakeCase, ParleyIdentity, ParleyMethods } from '@/public/messenger';
import { toContactInfo } from './contact-info';
import type { Messenger } from './create-messenger';
import { createIdentity } from './identity';
import { LoaderError, warn } from './warn';

/** What a site's scripts call: `window.parley`. Whatever they pass, it never throws. */
export function createParleyApi(messenger: Messenger): Parley {
  const { listeners, call } = messenger;
  const identity = createIdentity((jwt) => call({ kind: 'identify', identity: jwt }));
  messenger.onSignedOut(identity.end);
  const isOpen = () => messenger.getState().isOpen;

  const methods: ParleyMethods = {
    open: () => messenger.setOpen(true),
    close: () => messenger.setOpen(false),
    toggle: () => messenger.setOpen(!isOpen()),
    show: () => messenger.setHidden(false),
    hide: () => messenger.setHidden(true),
    identify: (source: ParleyIdentity) => told(identity.begin(source)),
    logout() {
      identity.end();
      return told(call({ kind: 'logout' }).then(() => undefined));
    },
    setCustomData(data: Record<string, unknown>) {
      const plain = toPlainData(data);
      if (plain === null) return refuse('setCustomData(data) takes an object of what JSON can hold.');
      return told(call({ kind: 'set-custom-data', data: plain }).then(() => undefined));
    },
    setContactInfo(given: ParleyContactInfo | ParleyContactInfoSnakeCase) {
      if (!isRecord(given)) return refuse('setContactInfo(info) takes an object such as { name: "Ada", email: "ada@example.com" }.');
      const { info, unknown } = toContactInfo(given);
      if (unknown.length > 0) warn(`setContactInfo does not know ${unknown.join(', ')}; the rest is set. Other data goes into setCustomData.`);
      return told(call({ kind: 'set-contact-info', info }).then(() => undefined));
    },
    startConversation(options: { message?: string; dialog?: string } = {}) {
      const { message = null, dialog = null, ...others }: Record<string, unknown> = isRecord(options) ? options : { message: false };
      if (!isTextOrNull(message) || !isTextOrNull(dialog)) return refuse('startConversation({ message, dialog }) takes texts.');
      if (message?.trim() === '' || dialog?.trim() === '') return refuse('startConversation({ message, dialog }) takes no empty texts. Leave out what there is not.');
      if (Object.keys(others).length > 0) warn(`startConversation does not know ${Object.keys(others).join(', ')}. It takes message and dialog.`);
      messenger.setOpen(true);
      return told(call({ kind: 'start-conversation', message, dialog }).then(toStarted));
    },
    on(event, listener) {
      if (event === 'ready' && messenger.getState().status === 'ready') listeners.catchUp(listener);
      return listeners.add(event, listener);
    },
    getState: () => messenger.getState(),
  };

  const run = (name: unknown, ...parameters: unknown[]): unknown => {
    if (typeof name !== 'string' || !Object.prototype.hasOwnProperty.call(methods, name)) return void warn(`There is no method ${String(name)}. There are: ${Object.keys(methods).join(', ')}.`);
    // Each method checks its own arguments.
    return (methods[name as keyof ParleyMethods] as (...given: unknown[]) => unknown)(...parameters);
  };
  return Object.assign(run, methods) as Parley;
}

/** A promise whose failure is warned of, and that bothers nobody who does not ask for it. */
function told<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch((error: unknown) => warn(error instanceof Error ? error.message : String(error)));
  return promise;
}

function refuse(text: string): Promise<never> {
  return told(Promise.reject(new LoaderError('messenger/wrong-argument', text)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** As JSON keeps it, because functions and the like can't be posted to a frame; null for what can't be told. */
function toPlainData(data: unknown): Record<string, unknown> | null {
  try {
    const plain: unknown = JSON.parse(JSON.stringify(data));
    return isRecord(data) && isRecord(plain) ? plain : null;
  } catch {
    return null;
  }
}

function toStarted(value: unknown): { conversationId: string } {
  const { conversationId }: { conversationId?: unknown } = isRecord(value) ? value : {};
  return { conversationId: typeof conversationId === 'string' ? conversationId : '' };
}
