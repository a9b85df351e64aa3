import { MapPage } from '@/components/studio/map/map-page';

/** All dialogs of the bot, drawn. */
export default function Map() {
  return <MapPage />;
}
