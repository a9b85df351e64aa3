import { describe, expect, it } from 'vitest';
import { isInRange, parseIpAddress, parseIpRange } from '@/lib/modules/workspace/ip-address.rules';

describe('reading an address', () => {
  it.each([
    ['0.0.0.0', '0.0.0.0'],
    ['192.168.1.255', '192.168.1.255'],
    ['::', '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0'],
    ['::1', '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1'],
    ['2001:db8::8:800:200c:417a', '32.1.13.184.0.0.0.0.0.8.8.0.32.12.65.122'],
    ['::ffff:127.0.0.1', '0.0.0.0.0.0.0.0.0.0.255.255.127.0.0.1'],
    ['64:ff9b::10.0.0.1', '0.100.255.155.0.0.0.0.0.0.0.0.10.0.0.1'],
    ['fe80::1%eth0', '254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1'],
    ['1:2:3:4:5:6:7:8', '0.1.0.2.0.3.0.4.0.5.0.6.0.7.0.8'],
  ])('understands %s', (text, bytes) => {
    expect(parseIpAddress(text)?.bytes.join('.')).toBe(bytes);
  });

  it.each([
    ...['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '0x7f.0.0.1', '1.2.3.4:80', ':::', '1::2::3', '1:2:3:4:5:6:7'],
    ...['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7::8', '12345::', 'g::', '::1.2.3', '1.2.3.4::'],
  ])('refuses %j', (text) => {
    expect(parseIpAddress(text)).toBeNull();
  });
});

describe('an address range', () => {
  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['172.16.0.0/12', '172.31.255.255', true],
    ['172.16.0.0/12', '172.32.0.0', false],
    ['10.9.9.9/8', '10.1.1.1', true],
    ['0.0.0.0/0', '8.8.8.8', true],
    ['0.0.0.0/0', '::1', false],
    ['fe80::/10', 'febf::1', true],
    ['fe80::/10', 'fec0::1', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '127.0.0.2', false],
  ])('%s and %s: %s', (rangeText, addressText, isInside) => {
    const range = parseIpRange(rangeText);
    const address = parseIpAddress(addressText);
    expect(range !== null && address !== null && isInRange(address, range)).toBe(isInside);
  });

  it.each(['10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/8/8', 'example.com/8'])('refuses %s', (text) => {
    expect(parseIpRange(text)).toBeNull();
  });
});
