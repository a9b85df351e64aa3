'use client';

import { Select } from '@/components/ui/select';
import { useBots } from '@/lib/client/use-bots';

/** Properties of `BotSelect`. */
export type BotSelectProps = { value: string; onChange: (botId: string) => void };

/** Chooses the bot that talks in a channel. */
export function BotSelect({ value, onChange }: BotSelectProps) {
  const bots = useBots();
  return (
    <Select value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>
        {bots.data?.length === 0 ? 'There is no bot yet' : 'Choose a bot'}
      </option>
      {bots.data?.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
