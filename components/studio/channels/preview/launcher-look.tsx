'use client';

import { ChevronDown, CircleHelp, MessageCircle } from 'lucide-react';
import { useState } from 'react';

import { toAccentColors } from '@/components/messenger/theme/accent-colors';
import type { SceneProps } from '@/components/studio/channels/preview/scene';

/** Properties of `LauncherLook`. */
export type LauncherLookProps = Pick<SceneProps, 'settings' | 'language' | 'isOpen' | 'onOpenChange'>;

/** The button on the site with the welcome message beside it, as the site's script draws them; on a light page. */
export function LauncherLook({ settings, language, isOpen, onOpenChange }: LauncherLookProps) {
  const { accent, position, offsetX, offsetY } = settings.appearance;
  const { launcherLabel = '', welcome = '' } = settings.texts[language] ?? settings.texts[settings.defaultLanguage] ?? {};
  const colors = toAccentColors(accent, 'light');
  const side = position === 'right' ? { right: offsetX } : { left: offsetX };
  return (
    <>
      {isOpen || welcome === '' ? null : (
        <p
          dir="auto"
          className="absolute line-clamp-6 max-w-75 rounded-[14px] border border-[#e0e0e0] bg-[#ffffff] px-4 py-3 text-base whitespace-pre-line text-[#16191d] shadow-lg"
          style={{ ...side, bottom: offsetY + 72 }}
        >
          {welcome}
        </p>
      )}
      <button
        type="button"
        aria-label={isOpen ? 'Close the messenger' : launcherLabel || 'Open the messenger'}
        onClick={() => onOpenChange(!isOpen)}
        className="absolute flex h-14 min-w-14 items-center justify-center gap-2.5 rounded-full px-[15px] text-base font-semibold shadow-lg"
        style={{ ...side, bottom: offsetY, background: colors.accent, color: colors.accentInk }}
      >
        {isOpen ? <ChevronDown aria-hidden className="size-6.5" /> : <Icon settings={settings} />}
        {isOpen || launcherLabel === '' ? null : <span className="max-w-64 truncate pr-1">{launcherLabel}</span>}
      </button>
    </>
  );
}

function Icon({ settings }: Pick<SceneProps, 'settings'>) {
  const { launcherIcon, logoUrl } = settings.appearance;
  const [brokenUrl, setBrokenUrl] = useState('');
  if (launcherIcon === 'question') return <CircleHelp aria-hidden className="size-6.5" />;
  // Logos are of any site; they are neither known nor cut to size before.
  if (launcherIcon === 'logo' && logoUrl !== '' && logoUrl !== brokenUrl) return <img alt="" src={logoUrl} onError={() => setBrokenUrl(logoUrl)} className="size-8 rounded-md object-contain" />;
  return <MessageCircle aria-hidden className="size-6.5" />;
}
