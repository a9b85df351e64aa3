import { callMessenger } from '@/lib/client/messenger/messenger-api';
import type { ConversationOpener } from '@/lib/client/messenger/conversation-opener';
import type { LoaderCall, LoaderLink } from '@/lib/client/messenger/loader-link';
import type { MessengerActions } from '@/lib/client/messenger/messenger-actions';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';
import type { ContractOf } from '@/lib/client/messenger/messenger-routes';
import type { VisitorChanges } from '@/lib/client/messenger/visitor-changes';
import type { RouteRequest } from '@/lib/http/route/route-contract';

/** What answering a site's script takes. */
export type LoaderCallDeps = MessengerDeps & { opener: ConversationOpener; actions: MessengerActions; link: LoaderLink; visitor: VisitorChanges; onIdentified: () => void; wakeUp: () => Promise<void> };

/** Does what a site's script asks for and tells it how that went. */
export async function answerLoaderCall(call: LoaderCall, deps: LoaderCallDeps): Promise<void> {
  const { callId } = call;
  try {
    const value = await carryOut(call, deps);
    deps.link.post({ kind: 'result', callId, problem: null, value: value ?? null });
  } catch (error) {
    const { code, message } = error instanceof MessengerProblem ? error : { code: 'client/broken', message: String(error) };
    deps.link.post({ kind: 'result', callId, problem: { code, message }, value: null });
  }
}

type ContactChange = RouteRequest<ContractOf<'updateContact'>>['body'];

async function carryOut(call: LoaderCall, { store, session, opener, actions, link, visitor, onIdentified, wakeUp, newId }: LoaderCallDeps): Promise<unknown> {
  switch (call.kind) {
    case 'identify':
      await session.identify(call.identity);
      onIdentified();
      await wakeUp();
      return undefined;
    case 'logout':
      await visitor.signOut();
      return undefined;
    case 'set-custom-data':
      // The server says what is wrong with it.
      return change({ customData: call.data as ContactChange['customData'] });
    case 'set-contact-info':
      return change({ info: call.info });
    case 'start-conversation': {
      if (!actions.isNoticeAccepted()) link.post({ kind: 'undecided', callId: call.callId });
      await actions.whenNoticeAccepted();
      const message = call.message === null ? null : { messageId: newId(), text: call.message, payload: null, metadata: [], fileIds: [] };
      return { conversationId: await opener.beginAnother({ requestId: newId(), message, dialog: call.dialog }) };
    }
  }

  async function change(body: ContactChange): Promise<undefined> {
    const contact = await session.with((token) => callMessenger('updateContact', { body }, { token }));
    store.update({ contact });
    return undefined;
  }
}
