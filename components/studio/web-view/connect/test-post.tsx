'use client';

import { Send } from 'lucide-react';
import { useState, type FormEvent } from 'react';

import { VariableEditor } from '@/components/studio/preview/state/variable-editor';
import { newRow, readRows } from '@/components/studio/preview/state/variable-rows';
import { PostAnswerLine } from '@/components/studio/web-view/connect/post-answer-line';
import { useTestConversation } from '@/components/studio/web-view/connect/use-test-conversation';
import { useMarkFirstStep } from '@/components/studio/first-steps/use-first-steps';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { relativeTimeText } from '@/components/ui/relative-time-text';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { useNow } from '@/components/ui/use-now';
import { ApiProblem } from '@/lib/client/call-api';
import { useSendTestPost } from '@/lib/client/use-web-view';
import type { PostAnswer } from '@/lib/modules/web-view/web-view-post.schema';

/** Posts into a preview conversation as a page would, and shows what came of it. */
export function TestPost({ botId }: { botId: string }) {
  const conversations = useTestConversation(botId);
  const send = useSendTestPost(botId);
  const [rows, setRows] = useState(() => [newRow([], { scope: 'web-view', name: 'PaymentId', text: '7' })]);
  const [message, setMessage] = useState('');
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map());
  const [sent, setSent] = useState<{ conversationId: string; answer: PostAnswer } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const now = useNow();
  const markFirstStep = useMarkFirstStep();

  async function post(event: FormEvent) {
    event.preventDefault();
    const read = readRows(rows);
    setProblems(read.ok ? new Map() : read.problems);
    if (isBusy) return;
    setFailure(null);
    setSent(null);
    if (!read.ok) return;
    setIsBusy(true);
    try {
      const conversationId = await conversations.open();
      const variables = Object.fromEntries(read.variables.map(({ name, value }) => [name, String(value)]));
      setSent({ conversationId, answer: await send.mutateAsync({ conversationId, variables, message: message.trim() === '' ? null : message }) });
      markFirstStep('web-view');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailure(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Section title="Send a test post" lead="Into a preview, as a page would. Neither the hash nor the list of allowed variables is asked for.">
      <form className="flex flex-col gap-3" onSubmit={(event) => void post(event)}>
        <Field label="Preview conversation" error={conversations.problem}>
          <Select value={conversations.chosenId ?? ''} onChange={(event) => conversations.choose(event.target.value === '' ? null : event.target.value)}>
            <option value="">Begin a new one</option>
            {conversations.list.map(({ id, updatedAt, lastSeq }) => (
              <option key={id} value={id}>
                {id.slice(0, 8)} · {now === null ? null : relativeTimeText(Date.parse(updatedAt), now)} · {lastSeq} {lastSeq === 1 ? 'message' : 'messages'}
                {id === conversations.shownId ? ' · in the preview now' : ''}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex flex-col gap-1">
          <p className="text-xs font-medium">Variables</p>
          <VariableEditor rows={rows} onChange={setRows} scopes={['web-view']} isTyped={false} problems={problems} />
        </div>
        <Field label="Message" hint="Said for the consumer; left empty, only the variables are set.">
          <Input value={message} onChange={(event) => setMessage(event.target.value)} />
        </Field>
        <FormFailure what="The post did not arrive" failure={failure} />
        {sent ? <PostAnswerLine botId={botId} {...sent} /> : null}
        <div>
          <Button type="submit" isBusy={isBusy}>
            <Send aria-hidden />
            Send test post
          </Button>
        </div>
      </form>
    </Section>
  );
}
