'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';

import { useMessenger } from '@/components/messenger/messenger-context';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { MessageChoice } from '@/lib/engine/messages/message.schema';

/** Properties of `DropDown`. */
export type DropDownProps = { choices: readonly MessageChoice[]; placeholder: string; isOpen: boolean };

/** One choice of many by the browser's own list. Choosing does not send yet, so that arrow keys can look around. */
export function DropDown({ choices, placeholder, isOpen }: DropDownProps) {
  const { answer, canAnswer } = useMessenger();
  const words = useWords();
  const [choiceId, setChoiceId] = useState('');
  const isEnabled = isOpen && canAnswer;
  const chosen = choices.find(({ id }) => id === choiceId);
  const label = placeholder || words.chooseOne;
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) answer({ text: chosen.label, payload: chosen.payload, metadata: chosen.metadata ?? [] });
      }}
    >
      <span className="relative min-w-0 flex-1">
        <select
          aria-label={label}
          value={choiceId}
          disabled={!isEnabled}
          onChange={(event) => setChoiceId(event.target.value)}
          className="h-10 w-full appearance-none truncate rounded-lg border border-(--messenger-line) bg-(--messenger-ground) ps-3 pe-8 text-(--messenger-ink) outline-(--messenger-accent-text) disabled:opacity-60"
        >
          <option value="">{label}</option>
          {choices.map(({ id, label: text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute end-2.5 top-3 size-4 text-(--messenger-muted)" />
      </span>
      <button
        type="submit"
        disabled={!isEnabled || !chosen}
        className="h-10 rounded-lg bg-(--messenger-accent) px-3.5 font-medium text-(--messenger-accent-ink) outline-(--messenger-accent-text) disabled:cursor-not-allowed disabled:opacity-50"
      >
        {words.send}
      </button>
    </form>
  );
}
