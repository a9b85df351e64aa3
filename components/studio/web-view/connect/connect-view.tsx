'use client';

import { HashCalculator } from '@/components/studio/web-view/connect/hash-calculator';
import { EndpointFacts } from '@/components/studio/web-view/connect/endpoint-facts';
import { PageCodeSection } from '@/components/studio/web-view/connect/page-code-section';
import { TestPost } from '@/components/studio/web-view/connect/test-post';
import type { WebViewSettings } from '@/lib/modules/web-view/web-view-settings.schema';

/** Everything that whoever writes the page needs, and ways to try it. */
export function ConnectView({ botId, settings }: { botId: string; settings: WebViewSettings }) {
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 p-4 @4xl:grid-cols-[minmax(320px,2fr)_minmax(0,3fr)] @4xl:grid-rows-[auto_auto_1fr] md:p-6">
        <EndpointFacts botId={botId} />
        <div className="min-w-0 @4xl:col-start-2 @4xl:row-span-3 @4xl:row-start-1">
          <PageCodeSection botId={botId} settings={settings} />
        </div>
        <TestPost botId={botId} />
        {settings.mode === 'compatible' ? <HashCalculator botId={botId} /> : null}
      </div>
    </div>
  );
}
