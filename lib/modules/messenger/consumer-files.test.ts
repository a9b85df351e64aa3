import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFileSweeper } from '@/lib/modules/conversation/file-sweeper';
import { changeContent, makeTestBot, publish, type Send } from '@/lib/modules/conversation/test-bot.fixture';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { findTestDatabases } from '@/scripts/test/test-databases';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { toSend } from '@/scripts/test/talk-to';
import { makeChannel, visit, type Visitor } from '@/scripts/test/visit';

const uploadedSchema = z.object({ fileId: z.string(), url: z.string(), bytes: z.number() });
const DAY_MS = 24 * 60 * 60_000;

for (const database of await findTestDatabases()) {
  describe.skipIf(!database.isThere)(`files of visitors, ${database.name}`, () => {
    let api: TestApi;
    let send: Send;
    let botId: string;
    let visitor: Visitor;
    let conversationId: string;
    let drop: () => Promise<void>;

    beforeAll(async () => {
      const place = await database.create();
      ({ drop } = place);
      api = await startTestApi({ DATABASE_URL: place.databaseUrl });
      send = toSend(await api.join('Files'));
      ({ botId } = await makeTestBot(send, 'http://127.0.0.1:9'));
      const question = interactionSchema.parse({ kind: 'file-upload', id: 'ask-file', name: 'ask-file', text: 'A picture, please.', acceptedTypes: ['PNG'], bytesMax: 1_000, next: { kind: 'end' } });
      const dialog = dialogSchema.parse({ id: 'filing', name: 'filing', starter: { patterns: ['file'] }, interactionIds: [question.id] });
      await changeContent(send, botId, (content) => ({
        ...content,
        dialogIds: [dialog.id, ...content.dialogIds],
        dialogs: { ...content.dialogs, [dialog.id]: dialog },
        interactions: { ...content.interactions, [question.id]: question },
      }));
      await publish(send, botId);
      visitor = await visit(api.origin, await makeChannel(send, botId, { fileTypes: ['pdf', 'svg', 'mp4', 'html'], fileMegabytesMax: 1 }));
      conversationId = (await visitor.begin({ message: { messageId: 'a', text: 'hi' } })).conversation.id;
    });
    afterAll(async () => {
      await api.stop();
      await drop();
    });

    const upload = async (fileName: string, content: string | Uint8Array<ArrayBuffer>, { contentType = 'application/pdf', to = conversationId, by = visitor } = {}) => {
      const headers = { authorization: `Bearer ${by.token}`, 'content-type': contentType };
      const response = await fetch(`${api.origin}/api/messenger/conversations/${to}/files?${new URLSearchParams({ fileName })}`, { method: 'POST', headers, body: content });
      const body: unknown = await response.json();
      return { status: response.status, body, file: () => uploadedSchema.parse(body) };
    };

    it('a file is sent by its id and read under the signed address of its message, without a session', async () => {
      const uploaded = (await upload('Kontoauszug.pdf', 'content')).file();
      const { messages } = await visitor.say(conversationId, 'hi', { fileIds: [uploaded.fileId] });
      const part = messages[0]?.parts.find(({ kind }) => kind === 'file');
      expect(part).toEqual({ kind: 'file', fileName: 'Kontoauszug.pdf', bytes: 7, url: uploaded.url });
      const response = await fetch(`${api.origin}${uploaded.url}`);
      expect(await response.text()).toBe('content');
      expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment;/) });
      const { messages: history } = await visitor.history(conversationId);
      expect(JSON.stringify(history)).toContain(uploaded.url);
      expect(JSON.stringify(history)).not.toMatch(/"\/api\/files\//);
    });

    it('a page, also one that says it is a picture, and an SVG never run as a page of ours', async () => {
      const page = (await upload('page.html', '<script>alert(1)</script>', { contentType: 'text/html' })).file();
      const drawing = (await upload('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', { contentType: 'image/svg+xml' })).file();
      for (const { url } of [page, drawing]) expect((await fetch(`${api.origin}${url}`)).headers.get('content-disposition')).toMatch(/^attachment/);
      const disguised = (await upload('page.html', '<script>alert(1)</script>', { contentType: 'image/png' })).file();
      const { headers } = await fetch(`${api.origin}${disguised.url}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    });

    it('a video is shown and answered by ranges', async () => {
      const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 251);
      const { url } = (await upload('clip.mp4', bytes, { contentType: 'video/mp4' })).file();
      const read = async (range: string) => {
        const response = await fetch(`${api.origin}${url}`, { headers: { range } });
        return { status: response.status, range: response.headers.get('content-range'), bytes: [...new Uint8Array(await response.arrayBuffer())], headers: response.headers };
      };
      const first = await read('bytes=0-1');
      expect(first).toMatchObject({ status: 206, range: 'bytes 0-1/1000', bytes: [0, 1] });
      expect(first.headers.get('content-disposition')).toMatch(/^inline/);
      expect(await read('bytes=500-')).toMatchObject({ status: 206, range: 'bytes 500-999/1000', bytes: [...bytes.slice(500)] });
      expect(await read('bytes=1000-')).toMatchObject({ status: 416, range: 'bytes */1000' });
      expect([...new Uint8Array(await (await fetch(`${api.origin}${url}`)).arrayBuffer())]).toEqual([...bytes]);
    });

    it('a forged signature, and one of another file, read nothing', async () => {
      const one = (await upload('one.pdf', '1')).file();
      const two = (await upload('two.pdf', '2')).file();
      const signature = one.url.split('/').at(-1) ?? '';
      for (const path of [`${two.fileId}/${signature}`, `${one.fileId}/${'A'.repeat(43)}`, `${one.fileId}/x`, `unknown/${signature}`]) {
        expect((await fetch(`${api.origin}/api/messenger/files/${path}`)).status).toBe(404);
      }
    });

    it('a file of another conversation can’t be sent, nor one be uploaded there', async () => {
      const stranger = await visit(api.origin, await makeChannel(send, botId));
      const own = (await stranger.begin()).conversation.id;
      const { fileId } = (await upload('own.pdf', 'x')).file();
      const answer = await stranger.call('POST', `/messenger/conversations/${own}/messages`, { messageId: 'x', fileIds: [fileId] });
      expect(answer).toMatchObject({ status: 404, body: { code: 'file/not-found' } });
      expect((await upload('x.pdf', 'x', { by: stranger })).status).toBe(404);
    });

    it('the channel’s types and size hold at the upload', async () => {
      expect(await upload('x.exe', 'x')).toMatchObject({ status: 400, body: { code: 'messenger/file-type-refused' } });
      expect(await upload('x.pdf', new Uint8Array(1024 * 1024 + 1))).toMatchObject({ status: 413, body: { code: 'request/too-large' } });
      const closed = await visit(api.origin, await makeChannel(send, botId, { features: { attachments: false } }));
      const to = (await closed.begin()).conversation.id;
      expect(await upload('x.pdf', 'x', { by: closed, to })).toMatchObject({ status: 403, body: { code: 'messenger/files-not-wanted' } });
      await closed.say(to, 'file');
      expect(await upload('x.png', 'x', { by: closed, to })).toMatchObject({ status: 201 });
    });

    it('while the bot asks for a file, its types apply, and its size is judged by what was stored', async () => {
      const to = (await visitor.begin({ message: { messageId: 'ask', text: 'file' } })).conversation.id;
      expect(await upload('x.pdf', 'x', { to })).toMatchObject({ status: 400, body: { code: 'messenger/file-type-refused' } });
      const { fileId } = (await upload('big.png', new Uint8Array(1_001), { to, contentType: 'image/png' })).file();
      await visitor.say(to, '', { fileIds: [fileId] });
      const turns = await api.deps.db.turn.findMany({ where: { conversationId: to }, orderBy: { number: 'desc' }, take: 1 });
      expect(turns[0]?.event).toContain('"bytes":1001');
    });

    it('somebody of the studio can’t send a file as other than it was stored', async () => {
      const { conversation } = z.object({ conversation: z.object({ id: z.string() }) }).parse(await send('POST', `/bots/${botId}/conversations`, { kind: 'live' }));
      const headers = { cookie: (await api.join('Other')).cookie, 'content-type': 'application/json' };
      expect((await fetch(`${api.origin}/api/conversations/${conversation.id}/messages`, { method: 'POST', headers, body: JSON.stringify({ messageId: 'x', text: 'hi' }) })).status).toBe(404);
      const forged = { fileName: 'small.png', url: 'https://elsewhere.example/x.png', type: 'PNG', bytes: 1 };
      await expect(send('POST', `/conversations/${conversation.id}/messages`, { messageId: 'f', attachments: [forged] })).rejects.toThrow();
    });

    it('a file that was never sent goes after a day; one that was stays', async () => {
      const sent = (await upload('sent.pdf', 'x')).file();
      await visitor.say(conversationId, 'hi', { fileIds: [sent.fileId] });
      const unsent = (await upload('unsent.pdf', 'x')).file();
      const sweepAt = (nowMs: number) => createFileSweeper({ ...api.deps, databaseUrl: api.deps.env.databaseUrl, clock: { nowMs: () => nowMs } }).sweep();
      await sweepAt(Date.now() + DAY_MS - 60_000);
      expect((await fetch(`${api.origin}${unsent.url}`)).status).toBe(200);
      await sweepAt(Date.now() + DAY_MS + 60_000);
      expect((await fetch(`${api.origin}${unsent.url}`)).status).toBe(404);
      expect((await fetch(`${api.origin}${sent.url}`)).status).toBe(200);
    });
  });
}
