'use client';

import dynamic from 'next/dynamic';

import { SkeletonRows } from '@/components/ui/skeleton';

/** The map of the bot; what draws it is loaded only here. */
export const MapPage = dynamic(() => import('@/components/studio/map/dialog-map').then(({ DialogMap }) => DialogMap), {
  ssr: false,
  loading: () => <SkeletonRows label="Drawing the map" />,
});
