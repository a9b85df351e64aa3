'use client';

import { Panel, useReactFlow } from '@xyflow/react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';

import { IconButton } from '@/components/ui/icon-button';

/** Zoom in, zoom out, show all: for those without a wheel. */
export function MapControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="bottom-left" className="flex flex-col rounded-md border border-line bg-surface p-0.5">
      <IconButton label="Zoom in" onClick={() => void zoomIn({ duration: 120 })}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label="Zoom out" onClick={() => void zoomOut({ duration: 120 })}>
        <ZoomOut aria-hidden />
      </IconButton>
      <IconButton label="Show all" onClick={() => void fitView({ duration: 120, maxZoom: 1 })}>
        <Maximize aria-hidden />
      </IconButton>
    </Panel>
  );
}
