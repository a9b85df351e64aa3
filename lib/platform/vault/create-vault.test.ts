import fc from 'fast-check';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createVault, type SecretOwner } from '@/lib/platform/vault/create-vault';
import { exportMasterKey, generateMasterKey, parseMasterKey } from '@/lib/platform/vault/master-key';

const owner: SecretOwner = { workspaceId: 'w1', kind: 'credential', id: 'c1' };
const key = generateMasterKey();
const vault = createVault({ keys: [key], currentKeyId: key.id });

const faultCode = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

/** The envelope with one bit of one byte of a part turned over. */
function flip(sealed: string, part: 2 | 3, byteIndex: number): string {
  const parts = sealed.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes.writeUInt8(bytes.readUInt8(byteIndex) ^ 1, byteIndex);
  return parts.with(part, bytes.toString('base64url')).join('.');
}

describe('sealing and opening', () => {
  it('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(vault.open(vault.seal(text, owner), owner)).toBe(text);
      }),
    );
  });

  it('the same text is never sealed into the same envelope, nor is it to be seen in one', () => {
    const [first, second] = [vault.seal('open sesame', owner), vault.seal('open sesame', owner)];
    expect(first).not.toBe(second);
    expect(first.split('.')[2]).not.toBe(second.split('.')[2]);
    expect(Buffer.from(first.split('.')[3] ?? '', 'base64url').includes('open sesame')).toBe(false);
  });

  it('every changed byte is detected, in the wrapped key and in the content', () => {
    const sealed = vault.seal('s3cret', owner);
    const lengths = { 2: 60, 3: 12 + 6 + 16 };
    for (const part of [2, 3] as const) {
      for (let index = 0; index < lengths[part]; index += 1) {
        expect(faultCode(() => vault.open(flip(sealed, part, index), owner))).toBe('vault/tampered');
      }
    }
  });

  it.each<[string, SecretOwner]>([
    ['another workspace', { ...owner, workspaceId: 'w2' }],
    ['another credential', { ...owner, id: 'c2' }],
    ['a variable of the same id', { ...owner, kind: 'environment-variable' }],
    ['ids that run together', { workspaceId: 'w1","credential', kind: 'credential', id: '' }],
  ])('an envelope copied to %s does not open', (_whose, other) => {
    expect(faultCode(() => vault.open(vault.seal('s3cret', owner), other))).toBe('vault/tampered');
  });

  it('content of one envelope put under the key of another does not open', () => {
    const [first, second] = [vault.seal('one', owner), vault.seal('two', owner)];
    const mixed = first.split('.').with(3, second.split('.')[3] ?? '').join('.');
    expect(faultCode(() => vault.open(mixed, owner))).toBe('vault/tampered');
  });

  it.each(['', 's3cret', 'v1.0011223344556677.short.short', 'v2.'])('text that is no envelope is refused: %j', (text) => {
    expect(faultCode(() => vault.open(text, owner))).toBe('vault/tampered');
  });

  it('a wrong master key is said clearly, with the id of the key that is needed', () => {
    const other = generateMasterKey();
    const stranger = createVault({ keys: [other], currentKeyId: other.id });
    const open = () => stranger.open(vault.seal('s3cret', owner), owner);
    expect(faultCode(open)).toBe('vault/wrong-key');
    expect(open).toThrow(key.id);
    expect(open).toThrow('MASTER_KEY');
  });

  it('a key ring without its current key is refused', () => {
    expect(faultCode(() => createVault({ keys: [key], currentKeyId: '0000000000000000' }))).toBe('vault/wrong-key');
  });
});

describe('wrapping anew', () => {
  const next = generateMasterKey();
  const both = createVault({ keys: [key, next], currentKeyId: next.id });

  it('moves an envelope to the new key and leaves its content untouched', () => {
    const sealed = vault.seal('s3cret', owner);
    const rewrapped = both.rewrap(sealed, owner);
    expect(rewrapped.split('.')[1]).toBe(next.id);
    expect(rewrapped.split('.')[3]).toBe(sealed.split('.')[3]);
    expect(createVault({ keys: [next], currentKeyId: next.id }).open(rewrapped, owner)).toBe('s3cret');
    expect(faultCode(() => vault.open(rewrapped, owner))).toBe('vault/wrong-key');
  });

  it('leaves an envelope alone that is under the new key already', () => {
    const sealed = both.seal('s3cret', owner);
    expect(both.rewrap(sealed, owner)).toBe(sealed);
  });

  it('refuses a tampered envelope instead of carrying it over', () => {
    expect(faultCode(() => both.rewrap(flip(vault.seal('s3cret', owner), 3, 20), owner))).toBe('vault/tampered');
  });
});

describe('master keys', () => {
  const bytes = Buffer.alloc(32, 0xfb);

  it.each([
    ['base64', bytes.toString('base64')],
    ['base64url', bytes.toString('base64url')],
    ['hex', bytes.toString('hex')],
    ['hex in capitals with blanks around', ` ${bytes.toString('hex').toUpperCase()}\n`],
  ])('are read from %s', (_form, text) => {
    expect(exportMasterKey(parseMasterKey(text, 'MASTER_KEY'))).toBe(bytes.toString('base64'));
  });

  it.each(['', 'secret', 'a'.repeat(63), bytes.subarray(1).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'are refused with a clear message that does not repeat them: %j',
    (text) => {
      expect(() => parseMasterKey(text, 'MASTER_KEY')).toThrow(/^MASTER_KEY holds no usable master key: 32 random bytes/);
      if (text) expect(() => parseMasterKey(text, 'MASTER_KEY')).not.toThrow(text);
    },
  );

  it('do not show when printed', () => {
    const printed = inspect(parseMasterKey(bytes.toString('base64'), 'MASTER_KEY'), { depth: 9, showHidden: true });
    expect(printed).not.toContain('fb fb');
    expect(printed).not.toContain(bytes.toString('base64'));
  });

  it('have an id that stays the same and tells them apart', () => {
    expect(parseMasterKey(bytes.toString('hex'), 'a').id).toBe(parseMasterKey(bytes.toString('base64'), 'b').id);
    expect(generateMasterKey().id).not.toBe(generateMasterKey().id);
  });
});
