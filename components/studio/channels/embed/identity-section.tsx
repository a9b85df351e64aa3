'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';

import { IDENTIFY_CODE } from '@/components/studio/channels/embed/build-snippet';
import { NewSecretDialog } from '@/components/studio/channels/embed/new-secret-dialog';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import type { CodeLanguage } from '@/components/ui/code-tokens';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Section } from '@/components/ui/section';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { notify } from '@/components/ui/toaster';
import { useRenewIdentitySecret } from '@/lib/client/use-channels';
import type { Channel } from '@/lib/modules/channel/channel.schema';
import { getSigningCode, SIGNING_LANGUAGES, type SigningLanguage } from '@/lib/modules/channel/identity-code.rules';

/** How a site tells who its visitor is, and the secret that proves it. */
export function IdentitySection({ channel }: { channel: Channel }) {
  const renew = useRenewIdentitySecret(channel.id);
  const [isAsking, setIsAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [language, setLanguage] = useState<SigningLanguage>('node');
  const code = getSigningCode(language);
  const make = async () => setSecret((await renew.mutateAsync()).secret);
  return (
    <Section title="Known visitors" lead="Without this, visitors are anonymous and keep their conversations on one device. A site that knows who is signed in can tell so, signed with a secret; then they find their conversations everywhere.">
      <div className="flex flex-wrap items-center gap-3">
        {channel.hasIdentitySecret ? (
          <>
            <span className="inline-flex items-center gap-1.5">
              <KeyRound aria-hidden className="size-4 text-good" />
              There is a secret. It can’t be shown again.
            </span>
            <Button onClick={() => setIsAsking(true)}>Make a new secret…</Button>
          </>
        ) : (
          <Button isBusy={renew.isPending} onClick={() => void make().catch((error: Error) => notify.error('No secret was made', error.message))}>
            <KeyRound aria-hidden />
            Make the secret
          </Button>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="text-xs font-medium">1. Your server signs who is signed in</h3>
        <Tabs value={language} onValueChange={(next) => setLanguage(SIGNING_LANGUAGES.find((known) => known === next) ?? 'node')}>
          <TabsList aria-label="Language of the server">
            {SIGNING_LANGUAGES.map((name) => (
              <TabsTrigger key={name} value={name}>
                {labels[name].label}
              </TabsTrigger>
            ))}
          </TabsList>
          <TabsContent value={language} className="pt-3">
            <CodeBlock language={labels[language].language} title={code.fileName} code={code.text} label={`Signing in ${labels[language].label}`} copyLabel={`Copy the code for ${labels[language].label}`} />
          </TabsContent>
        </Tabs>
      </div>
      <div className="flex flex-col gap-2">
        <h3 className="text-xs font-medium">2. Your page hands it to the messenger</h3>
        <CodeBlock language="html" code={IDENTIFY_CODE} label="Identifying in the page" copyLabel="Copy the code for the page" />
      </div>
      {isAsking ? (
        <ConfirmDialog open onOpenChange={setIsAsking} title="Make a new secret?" confirmLabel="Make a new secret" onConfirm={make}>
          <p>The one there is stops working at once: sites that sign with it can’t tell who their visitors are until they have the new one. Visitors stay signed in until their session ends.</p>
        </ConfirmDialog>
      ) : null}
      {secret === null ? null : <NewSecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </Section>
  );
}

const labels: Record<SigningLanguage, { label: string; language: CodeLanguage }> = {
  node: { label: 'Node', language: 'javascript' },
  python: { label: 'Python', language: 'python' },
  php: { label: 'PHP', language: 'php' },
  java: { label: 'Java', language: 'java' },
};
