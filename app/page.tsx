import { redirect } from 'next/navigation';

import { START_PATH } from '@/lib/client/own-path';

/** The bare address leads to the bots. */
export default function StartPage() {
  redirect(START_PATH);
}
