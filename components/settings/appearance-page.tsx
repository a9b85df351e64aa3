'use client';

import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';

import { SettingsShell } from '@/components/settings/settings-shell';
import { cn } from '@/components/ui/class-names';

/** How Parley looks on this device. */
export function AppearancePage() {
  const { theme, setTheme } = useTheme();
  // The server doesn't know the theme; until the browser has taken over, none is marked.
  const isInBrowser = useSyncExternalStore(subscribeToNothing, () => true, () => false);
  const chosen = isInBrowser ? (theme ?? 'system') : null;
  return (
    <SettingsShell title="Appearance">
      <fieldset>
        <legend className="text-sm font-semibold">Theme</legend>
        <p className="mt-0.5 mb-3 text-muted">Remembered on this device.</p>
        <div className="grid gap-2 sm:grid-cols-3">
          {choices.map(({ value, label, about, Icon }) => (
            <label
              key={value}
              className={cn(
                'flex cursor-pointer items-start gap-2 rounded-md border border-line-strong p-3 transition-colors hover:bg-raised/60 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
                chosen === value && 'border-accent bg-accent-soft',
              )}
            >
              <input
                type="radio"
                name="theme"
                value={value}
                checked={chosen === value}
                onChange={() => setTheme(value)}
                className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
              />
              <span className="min-w-0 flex-1">
                <span className="flex items-center justify-between font-medium">
                  {label}
                  <Icon aria-hidden className="size-4 text-muted" />
                </span>
                <span className="text-xs text-muted">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </SettingsShell>
  );
}

const choices: { value: string; label: string; about: string; Icon: LucideIcon }[] = [
  { value: 'system', label: 'System', about: 'As this device has it', Icon: Monitor },
  { value: 'light', label: 'Light', about: 'Always light', Icon: Sun },
  { value: 'dark', label: 'Dark', about: 'Always dark', Icon: Moon },
];

function subscribeToNothing(): () => void {
  return () => undefined;
}
