'use client';

import { LauncherLook } from '@/components/studio/channels/preview/launcher-look';
import type { SceneProps } from '@/components/studio/channels/preview/scene';
import { cn } from '@/components/ui/class-names';
import { useElementWidth } from '@/components/ui/use-element-width';

/** Of the corner of a window that is drawn, before it is made to fit. */
const WINDOW_WIDTH_PX = 560;
const WINDOW_HEIGHT_PX = 800;
/** As the site's script has them. */
const PANEL_WIDTH_PX = 380;
const PANEL_HEIGHT_PX = 640;
const PANEL_ABOVE_PX = 72;

/** The corner of a site with the messenger in it, made smaller where there isn't room. */
export function DesktopScene({ settings, language, isOpen, onOpenChange, frame }: SceneProps) {
  const { ref, width } = useElementWidth();
  const scale = width === null ? 1 : Math.min(1, width / WINDOW_WIDTH_PX);
  const { position, offsetX, offsetY } = settings.appearance;
  const bottom = offsetY + PANEL_ABOVE_PX;
  return (
    <div className="min-h-0 flex-1 overflow-auto p-4">
      <div ref={ref} className="relative mx-auto w-full" style={{ maxWidth: WINDOW_WIDTH_PX, height: WINDOW_HEIGHT_PX * scale }}>
        <div className="absolute top-0 left-0 origin-top-left overflow-hidden rounded-lg border border-line bg-[#ffffff]" style={{ width: WINDOW_WIDTH_PX, height: WINDOW_HEIGHT_PX, transform: `scale(${scale})` }}>
          <SitePage />
          <div
            className={cn('absolute overflow-hidden rounded-[14px] bg-[#ffffff] shadow-xl', !isOpen && 'invisible')}
            style={{
              ...(position === 'right' ? { right: offsetX } : { left: offsetX }),
              bottom,
              width: `min(${PANEL_WIDTH_PX}px, calc(100% - ${2 * offsetX}px))`,
              height: `min(${PANEL_HEIGHT_PX}px, calc(100% - ${bottom + 16}px))`,
            }}
          >
            {frame}
          </div>
          <LauncherLook settings={settings} language={language} isOpen={isOpen} onOpenChange={onOpenChange} />
        </div>
      </div>
    </div>
  );
}

/** Stands for whatever site it will be. */
function SitePage() {
  return (
    <div aria-hidden className="flex flex-col gap-4 p-6">
      <div className="flex items-center gap-3">
        <div className="size-8 rounded-full bg-[#e6e8ec]" />
        <div className="h-3 w-32 rounded bg-[#e6e8ec]" />
        <div className="ml-auto h-3 w-16 rounded bg-[#eff0f3]" />
        <div className="h-3 w-16 rounded bg-[#eff0f3]" />
      </div>
      <div className="h-44 rounded-lg bg-[#eff0f3]" />
      {['w-2/3', 'w-full', 'w-5/6', 'w-full', 'w-1/2'].map((width, index) => (
        <div key={index} className={cn('h-3 rounded bg-[#eff0f3]', width)} />
      ))}
    </div>
  );
}
