'use client';

import { BookOpen, Bot, KeyRound, LogOut, MessageCircle, Monitor, Moon, Settings, ShieldCheck, SlidersHorizontal, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useState } from 'react';

import { BotDialog } from '@/components/studio/bots/bot-dialog';
import { ChannelDialog } from '@/components/studio/channels/channel-dialog';
import { CredentialDialog } from '@/components/studio/credentials/credential-dialog';
import { EnvironmentDialog } from '@/components/studio/environments/environment-dialog';
import { useCommands } from '@/components/studio/frame/use-commands';
import { useNavigate } from '@/components/studio/frame/use-navigate';

type Made = 'bot' | 'credential' | 'environment' | 'channel';

/** What can be done from everywhere in the studio, in the command palette. */
export function StudioCommands({ onSignOut }: { onSignOut: () => void }) {
  const navigate = useNavigate();
  const { setTheme } = useTheme();
  const [making, setMaking] = useState<Made | null>(null);
  const openWhile = (made: Made) => ({
    open: making === made,
    onOpenChange: (open: boolean) => setMaking(open ? made : null),
  });

  useCommands([
    { id: 'new-bot', label: 'New bot', section: 'Create', icon: Bot, keywords: ['create', 'add'], run: () => setMaking('bot') },
    { id: 'new-credential', label: 'New credential', section: 'Create', icon: KeyRound, keywords: ['create', 'secret', 'token'], run: () => setMaking('credential') },
    { id: 'new-environment', label: 'New environment', section: 'Create', icon: SlidersHorizontal, keywords: ['create', 'variables'], run: () => setMaking('environment') },
    { id: 'new-channel', label: 'New channel', section: 'Create', icon: MessageCircle, keywords: ['create', 'messenger', 'widget', 'chat'], run: () => setMaking('channel') },
    { id: 'go-outbound', label: 'Outbound access', section: 'Go to', icon: ShieldCheck, keywords: ['allow', 'ssrf', 'settings', 'network'], run: () => navigate('/settings/outbound') },
    { id: 'go-account', label: 'Account and password', section: 'Go to', icon: Settings, keywords: ['settings', 'profile'], run: () => navigate('/settings/account') },
    { id: 'go-api', label: 'API reference', section: 'Go to', icon: BookOpen, keywords: ['openapi', 'docs', 'http'], run: () => navigate('/docs/api') },
    { id: 'theme-light', label: 'Light theme', section: 'Preferences', icon: Sun, keywords: ['appearance', 'mode'], run: () => setTheme('light') },
    { id: 'theme-dark', label: 'Dark theme', section: 'Preferences', icon: Moon, keywords: ['appearance', 'mode'], run: () => setTheme('dark') },
    { id: 'theme-system', label: 'System theme', section: 'Preferences', icon: Monitor, keywords: ['appearance', 'mode'], run: () => setTheme('system') },
    { id: 'sign-out', label: 'Sign out', section: 'Preferences', icon: LogOut, keywords: ['log out', 'leave'], run: onSignOut },
  ]);

  return (
    <>
      <BotDialog {...openWhile('bot')} onCreated={(bot) => navigate(`/bots/${bot.id}/dialogs`)} />
      <CredentialDialog {...openWhile('credential')} onCreated={(credential) => navigate(`/credentials/${credential.id}`)} />
      <EnvironmentDialog {...openWhile('environment')} onCreated={(environment) => navigate(`/environments/${environment.id}`)} />
      <ChannelDialog {...openWhile('channel')} onCreated={(channel) => navigate(`/channels/${channel.id}`)} />
    </>
  );
}
