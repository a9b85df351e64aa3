import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedSample } from '@/prisma/seed';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { findSampleChannelId } from './sample-channel';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

it('the first start makes the messenger of the bank’s website, and the website finds it until it is deleted', async () => {
  expect(await findSampleChannelId(api.deps)).toBeNull();
  await seedSample(api.deps, api.origin);
  api.deps.configCache.forgetAll();
  expect(await findSampleChannelId(api.deps)).toBe('ag-bank-website');
  expect(await api.call('GET', '/messenger/channels/ag-bank-website')).toMatchObject({ status: 200, body: { botName: 'AG Bank', isAvailable: true, settings: { texts: { en: { title: 'AG Bank' } } } } });
  await seedSample(api.deps, api.origin);
  expect(await api.deps.db.channel.count()).toBe(1);
  await api.deps.db.channel.deleteMany();
  api.deps.configCache.forgetAll();
  await seedSample(api.deps, api.origin);
  expect(await findSampleChannelId(api.deps)).toBeNull();
});
