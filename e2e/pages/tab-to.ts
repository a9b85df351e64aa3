import { expect, type Locator } from '@playwright/test';

const STOPS_MAX = 80;

/** Presses Tab until the control has the focus, as somebody without a mouse does; fails when it can't be reached. */
export async function tabTo(target: Locator): Promise<void> {
  const keyboard = target.page().keyboard;
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press('Tab');
  }
  await expect(target, `Tab reaches it within ${STOPS_MAX} stops`).toBeFocused();
}
