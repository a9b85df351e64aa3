'use client';

import { useState } from 'react';
import Link from 'next/link';

import { Segmented } from '@/components/studio/designer/segmented';
import { toWebViewHref } from '@/components/studio/web-view/web-view-tab';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import type { CodeLanguage } from '@/components/ui/code-tokens';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from '@/components/ui/section';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { useOrigin } from '@/lib/client/use-origin';
import { buildPageCode, PAGE_LANGUAGES, toExampleVariables, type PageLanguage } from '@/lib/modules/web-view/page-code/page-code.rules';
import type { WebViewSettings } from '@/lib/modules/web-view/web-view-settings.schema';
import { WEB_VIEW_PATH } from '@/lib/modules/web-view/web-view.wire';

type Proof = 'hash' | 'token';

/** Ready-made code for the page, for the way of proof that the bot accepts. */
export function PageCodeSection({ botId, settings }: { botId: string; settings: WebViewSettings }) {
  const origin = useOrigin();
  const accepted: Proof = settings.mode === 'signed' ? 'token' : 'hash';
  const [chosen, setChosen] = useState<Proof | null>(null);
  const [language, setLanguage] = useState<PageLanguage>('html');
  const proof = chosen ?? accepted;
  const code = buildPageCode(language, { endpoint: origin + WEB_VIEW_PATH, botId, isSigned: proof === 'token', message: 'payment done', variables: toExampleVariables(settings) });
  return (
    <Section title="Code for your page" lead="Complete and filled in for this bot: copy it, run it, then change message and variables.">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented label="How the page shows that it may post" value={proof} options={proofs} onChange={setChosen} />
        <span className="text-xs text-muted">{proof === accepted ? 'What this bot accepts.' : null}</span>
      </div>
      {proof === accepted ? null : (
        <Callout
          tone="warn"
          what={proof === 'hash' ? 'This bot refuses the hash' : 'This bot’s links carry no token'}
          why={proof === 'hash' ? 'Its settings ask for signed links.' : 'Its settings ask for the hash, so that getWebViewUrl adds no token.'}
          todo={
            <Link href={toWebViewHref(botId, { tab: 'settings' })} className="text-accent underline underline-offset-2 hover:no-underline">
              Change the mode in the settings
            </Link>
          }
        />
      )}
      <Tabs value={language} onValueChange={(next) => setLanguage(PAGE_LANGUAGES.find((known) => known === next) ?? 'html')}>
        <TabsList aria-label="Language of the code">
          {PAGE_LANGUAGES.map((name) => (
            <TabsTrigger key={name} value={name}>
              {labels[name].label}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value={language} className="flex flex-col gap-2 pt-3">
          <CodeBlock code={code.text} language={labels[language].language} title={code.fileName} label={`Code for ${labels[language].label}`} copyLabel={`Copy the code for ${labels[language].label}`} />
          <p className="text-xs text-muted">{code.about}</p>
          {code.command === null ? null : (
            <div className="flex items-center gap-2 rounded-md border border-line bg-sunken py-0.5 pr-1 pl-3">
              <code className="min-w-0 flex-1 text-xs break-all">{code.command}</code>
              <CopyButton label="Copy the command" value={code.command} />
            </div>
          )}
        </TabsContent>
      </Tabs>
      <p className="text-xs text-muted">
        The same body within ten seconds has one effect. To send again later, add the header <code>Idempotency-Key</code> with a key of the post’s own. All answers and
        refusals stand in the guide <code>docs/web-view.md</code>.
      </p>
    </Section>
  );
}

const proofs: readonly { value: Proof; label: string }[] = [
  { value: 'hash', label: 'Compatible hash' },
  { value: 'token', label: 'Signed token' },
];

const labels: Record<PageLanguage, { label: string; language: CodeLanguage }> = {
  html: { label: 'HTML form', language: 'html' },
  javascript: { label: 'JavaScript', language: 'javascript' },
  node: { label: 'Node', language: 'javascript' },
  python: { label: 'Python', language: 'python' },
  curl: { label: 'curl', language: 'shell' },
  php: { label: 'PHP', language: 'php' },
  java: { label: 'Java', language: 'java' },
};
