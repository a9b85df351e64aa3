'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

import { isDesignerTab, type DesignerTab } from '@/components/studio/designer/draft/designer-tab';

/** The tab being shown, also in the address (`?tab=script`), so that it can be shared and survives a reload. */
export function useDesignerTab(): [DesignerTab, (tab: DesignerTab) => void] {
  const asked = useSearchParams().get('tab');
  const [tab, setTab] = useState<DesignerTab>(isDesignerTab(asked) ? asked : 'parameters');

  function show(next: DesignerTab) {
    setTab(next);
    const address = new URL(window.location.href);
    address.searchParams.set('tab', next);
    window.history.replaceState(null, '', address);
  }

  return [tab, show];
}
