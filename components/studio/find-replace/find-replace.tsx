'use client';

import { Replace } from 'lucide-react';
import { useState } from 'react';

import { useDraftIfOpen } from '@/components/studio/draft/draft-context';
import { emptyFindMemory } from '@/components/studio/find-replace/find-memory';
import { FindTab } from '@/components/studio/find-replace/find-tab';
import { NamesTab } from '@/components/studio/find-replace/names-tab';
import { useCommands } from '@/components/studio/frame/use-commands';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';

/** Find and replace over the whole bot, and renaming of whatever has a name. Opened by Ctrl/⌘ Shift F on a bot's pages. */
export function FindReplace() {
  const draft = useDraftIfOpen();
  const [shown, setShown] = useState<'find' | 'names' | null>(null);
  const [memory, setMemory] = useState(emptyFindMemory);
  useCommands(
    draft
      ? [
          { id: 'bot.find', label: 'Find and replace in the bot', section: 'Bot', icon: Replace, keys: 'mod+shift+f', keywords: ['search', 'text', 'scripts'], run: () => setShown('find') },
          { id: 'bot.names', label: 'Names: where used, rename', section: 'Bot', icon: Replace, keywords: ['variables', 'slots', 'refactor', 'rename'], run: () => setShown('names') },
        ]
      : [],
  );
  const close = () => setShown(null);
  if (!draft) return null;
  return (
    <Dialog open={shown !== null} onOpenChange={(open) => (open ? undefined : close())}>
      <DialogContent size="xl" title="Find in the bot" className="h-[min(44rem,calc(100dvh-32px))]">
        <Tabs value={shown ?? 'find'} onValueChange={(tab) => setShown(tab === 'names' ? 'names' : 'find')} className="flex-1 gap-3">
          <TabsList aria-label="What to find">
            <TabsTrigger value="find">Text</TabsTrigger>
            <TabsTrigger value="names">Names</TabsTrigger>
          </TabsList>
          <TabsContent value="find" className="flex flex-col gap-3">
            <FindTab memory={memory} onMemoryChange={setMemory} onLeave={close} />
          </TabsContent>
          <TabsContent value="names" className="flex flex-col gap-3" onClick={(event) => event.target instanceof Element && event.target.closest('a') && close()}>
            <NamesTab />
          </TabsContent>
        </Tabs>
      </DialogContent>
    </Dialog>
  );
}
