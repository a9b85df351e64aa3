'use client';

import { LauncherLook } from '@/components/studio/channels/preview/launcher-look';
import type { SceneProps } from '@/components/studio/channels/preview/scene';
import { cn } from '@/components/ui/class-names';
import { useElementWidth } from '@/components/ui/use-element-width';

/** A common phone. */
const PHONE_WIDTH_PX = 390;
const PHONE_HEIGHT_PX = 780;

/** A phone, whose whole screen the messenger fills. */
export function PhoneScene({ settings, language, isOpen, onOpenChange, frame }: SceneProps) {
  const { ref, width } = useElementWidth();
  const scale = width === null ? 1 : Math.min(1, width / PHONE_WIDTH_PX);
  return (
    <div className="min-h-0 flex-1 overflow-auto p-4">
      <div ref={ref} className="relative mx-auto w-full" style={{ maxWidth: PHONE_WIDTH_PX, height: PHONE_HEIGHT_PX * scale }}>
        <div
          className="absolute top-0 left-0 origin-top-left overflow-hidden rounded-[28px] border-6 border-line-strong bg-[#ffffff]"
          style={{ width: PHONE_WIDTH_PX, height: PHONE_HEIGHT_PX, transform: `scale(${scale})` }}
        >
          <div className={cn('absolute inset-0', !isOpen && 'invisible')}>{frame}</div>
          {isOpen ? null : <LauncherLook settings={settings} language={language} isOpen={false} onOpenChange={onOpenChange} />}
        </div>
      </div>
    </div>
  );
}
