import { readFile } from 'node:fs/promises';

import type { z } from 'zod';
import type { botContentSchema } from '@/lib/engine/program/bot-content.schema';

import { putDraft } from '../fixtures/preview-bot';
import { expect, test } from '../fixtures/test';
import { PreviewPage } from '../pages/preview-page';

/** Asks for a bill; what came of it is told by rules, and a script says what it knows of the file. */
const billContent: z.input<typeof botContentSchema> = {
  dialogIds: ['bills', 'hours'],
  dialogs: {
    bills: { id: 'bills', name: 'Bills', starter: { patterns: ['hi'] }, interactionIds: ['ask', 'wrong', 'got'] },
    hours: { id: 'hours', name: 'Hours', starter: { patterns: ['*open*'] }, interactionIds: ['open'] },
  },
  interactions: {
    ask: {
      kind: 'file-upload',
      id: 'ask',
      name: 'Ask for the bill',
      text: 'Please send me your bill.',
      acceptedTypes: ['pdf', 'png'],
      bytesMax: 2_000,
      rules: [
        { id: 'wrong-type', name: 'Wrong type', conditions: [{ kind: 'file-upload', result: 'invalid-type' }], next: { kind: 'interaction', interactionId: 'wrong' } },
        { id: 'taken', name: 'Taken', conditions: [{ kind: 'file-upload', result: 'success' }], next: { kind: 'interaction', interactionId: 'got' } },
      ],
    },
    wrong: { kind: 'text', id: 'wrong', name: 'Wrong', text: 'A scan will do.', next: { kind: 'interaction', interactionId: 'ask' } },
    got: {
      kind: 'text',
      id: 'got',
      name: 'Got it',
      text: 'Your {$botContext.fileType} is here ({$botContext.fileCaption}).',
      preProcess: "botContext.setBotVariable('fileType', botContext.getFileType(), false, false); botContext.setBotVariable('fileCaption', botContext.getFileCaption(), false, false);",
    },
    open: { kind: 'text', id: 'open', name: 'Open', text: 'From nine to five.' },
  },
};

const bill = { name: 'bill for march.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 a bill of 12,50 €') };

test('a file question takes a file only: text, wrong type and too much are told, the right file is kept and can be had back', async ({ page, api }) => {
  const bot = await api.createBot('Bills');
  await putDraft(page.request, bot.id, billContent);
  const preview = new PreviewPage(page);
  await preview.open(bot.id);
  const asked = preview.conversation.getByRole('button', { name: 'Choose a file' });
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = page.waitForEvent('filechooser');
    await asked.last().click();
    await (await chooser).setFiles(file);
  };

  await test.step('the question says what it takes', async () => {
    await preview.expectSaid('Please send me your bill.');
    await expect(preview.conversation.getByText('PDF, PNG')).toBeVisible();
  });

  await test.step('a text is no answer, but may begin another dialog', async () => {
    await preview.say('I have no bill');
    await preview.expectSaid('The file type is invalid. Upload one of these types: pdf, png.');
    await expect(preview.conversation.getByText('Please send me your bill.')).toHaveCount(2);
    await preview.say('when are you open?');
    await preview.expectSaid('From nine to five.');
    await expect(preview.conversation.getByText('Please send me your bill.')).toHaveCount(3);
    await expect(asked).toHaveCount(1);
  });

  await test.step('a file of another type takes its rule', async () => {
    await choose({ name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('12.50') });
    await preview.expectSaid('A scan will do.');
    await expect(preview.conversation.getByText('Please send me your bill.')).toHaveCount(4);
  });

  await test.step('a file that is too large is refused before it is sent', async () => {
    await choose({ ...bill, name: 'big.pdf', buffer: Buffer.alloc(3_000, 'x') });
    await expect(preview.conversation.getByRole('alert')).toContainText('big.pdf');
    await expect(preview.conversation.getByText('Please send me your bill.')).toHaveCount(4);
  });

  await test.step('the right file goes on, and scripts know it', async () => {
    await choose(bill);
    await preview.expectSaid('Successfully processed the file.');
    await preview.expectSaid('Your PDF is here (__EMPTYTEXT__).');
    await expect(asked).toHaveCount(0);
  });

  await test.step('it stands in the conversation as a link that gives it back', async () => {
    const downloading = page.waitForEvent('download');
    await preview.conversation.getByRole('link', { name: /bill for march\.pdf/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('bill for march.pdf');
    expect(await readFile(await download.path())).toEqual(bill.buffer);
  });

  await test.step('the trace says which rule took it', async () => {
    const reasons = await preview.askWhy('Your PDF is here');
    await expect(reasons.filter({ hasText: /^Yes: “Taken”/ })).toContainText('the file upload ended as success');
  });
});
