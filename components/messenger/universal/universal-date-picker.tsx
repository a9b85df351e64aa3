'use client';

import { useState } from 'react';

import { useMessenger } from '@/components/messenger/messenger-context';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { JsonValue } from '@/lib/engine/json';

/** Properties of `UniversalDatePicker`. */
export type UniversalDatePickerProps = { title: string; isRange: boolean; min: string; max: string; metadata: JsonValue[]; isOpen: boolean };

/** A day or a range of days, by the browser's own calendar; answers with the dates as `2026-05-01` or `2026-05-01 - 2026-05-08`. */
export function UniversalDatePicker({ title, isRange, min, max, metadata, isOpen }: UniversalDatePickerProps) {
  const { answer, canAnswer } = useMessenger();
  const words = useWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isEnabled = isOpen && canAnswer;
  const isComplete = from !== '' && (!isRange || to !== '');
  const text = isRange ? `${from} - ${to}` : from;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) answer({ text, payload: null, metadata });
      }}
    >
      <p className="font-medium">{title}</p>
      <DayField label={isRange ? words.from : words.date} value={from} onChange={setFrom} min={min} max={to || max} isEnabled={isEnabled} />
      {isRange ? <DayField label={words.to} value={to} onChange={setTo} min={from || min} max={max} isEnabled={isEnabled} /> : null}
      <button
        type="submit"
        disabled={!isEnabled || !isComplete}
        className="h-10 rounded-lg bg-(--messenger-accent) px-3.5 font-medium text-(--messenger-accent-ink) outline-(--messenger-accent-text) disabled:cursor-not-allowed disabled:opacity-50"
      >
        {words.send}
      </button>
    </form>
  );
}

type DayFieldProps = { label: string; value: string; onChange: (day: string) => void; min: string; max: string; isEnabled: boolean };

function DayField({ label, value, onChange, min, max, isEnabled }: DayFieldProps) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <span className="w-12 shrink-0">{label}</span>
      <input
        type="date"
        value={value}
        min={min || undefined}
        max={max || undefined}
        disabled={!isEnabled}
        onChange={(event) => onChange(event.target.value)}
        className="h-10 min-w-0 flex-1 rounded-lg border border-(--messenger-line) bg-(--messenger-ground) px-2 text-base outline-(--messenger-accent-text) disabled:opacity-60"
      />
    </label>
  );
}
