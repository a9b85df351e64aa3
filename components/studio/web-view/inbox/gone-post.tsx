'use client';

import { X } from 'lucide-react';

import { IconButton } from '@/components/ui/icon-button';
import { POSTS_KEPT_MAX } from '@/lib/modules/web-view/web-view-post.schema';

/** In place of a post that an address names and the inbox has no more. */
export function GonePost({ onClose }: { onClose: () => void }) {
  return (
    <section aria-label="Post" className="flex min-h-0 flex-1 flex-col bg-surface">
      <header className="flex min-h-10 shrink-0 items-center justify-between gap-2 border-b border-line px-3 py-1.5">
        <h2 className="font-medium">This post is not kept any more</h2>
        <IconButton label="Close the post" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <p className="p-3 text-muted">Only the newest {POSTS_KEPT_MAX.toLocaleString('en')} posts of a bot are kept. What it did stands in the trace of its conversation.</p>
    </section>
  );
}
