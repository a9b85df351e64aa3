import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { ContactInfo } from '@/lib/modules/contact/contact.schema';
import type { ParleyContactInfo, ParleyEvents } from '@/public/messenger';
import type { MessengerEventDetail } from './frame-protocol';

let folder: string;
let script: Buffer;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-loader-'));
  const file = path.join(folder, 'messenger.js');
  execFileSync(process.execPath, ['scripts/build-messenger.mjs', file]);
  script = readFileSync(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('messenger.js', () => {
  it('weighs less than 10 KB on its way to a site', () => {
    expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThan(10_000);
  });

  it('brings nothing of the server along, and leaves no global name but its own', () => {
    expect(script.toString()).not.toMatch(/zod|process\.env/);
    expect(script.toString()).toMatch(/^"use strict";\(\(\)=>\{|^\(\(\)=>\{/);
  });

  it('needs nothing that a strict Content-Security-Policy or Trusted Types forbid', () => {
    expect(script.toString()).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\("style"|cssText/);
  });

  it('has types that say what the frame says', () => {
    expectTypeOf<ParleyEvents>().toEqualTypeOf<MessengerEventDetail>();
    expectTypeOf<Required<ParleyContactInfo>>().toEqualTypeOf<Required<ContactInfo>>();
  });
});
