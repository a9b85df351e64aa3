import { describe, expect, it } from 'vitest';
import { parseXmlDocument } from '@/lib/modules/integration-run/parse-xml-document';

describe('XML as JSON', () => {
  it.each([
    ['<order id="7"><item>a</item><item>b</item></order>', { order: { item: ['a', 'b'], '@id': '7' } }],
    ['<?xml version="1.0"?><!-- c --><a><?p x?><b>1</b></a>', { a: { b: '1' } }],
    ['<a/>', { a: '' }],
    ['<a></a>', { a: '' }],
    ['<a x=""/>', { a: { '@x': '' } }],
    ['<a x="1">text</a>', { a: { '#text': 'text', '@x': '1' } }],
    ['<a>\n  <b> padded </b>\n</a>', { a: { b: 'padded' } }],
    ['<a><n>007</n><t>true</t><e>1e3</e></a>', { a: { n: '007', t: 'true', e: '1e3' } }],
    ['<n:a xmlns:n="urn:x"><n:b n:c="1"/></n:a>', { 'n:a': { 'n:b': { '@n:c': '1' }, '@xmlns:n': 'urn:x' } }],
    ['<a>&lt;b&gt; &amp;amp; &quot;&apos; &#233;&#xE9;&#x1F600; &eacute;</a>', { a: '<b> &amp; "\' éé😀 &eacute;' }],
    ['<a b="&#38;&lt;"/>', { a: { '@b': '&<' } }],
    ['<a><![CDATA[<b>&amp;</b>]]></a>', { a: '<b>&amp;</b>' }],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>x</a>', { a: 'x' }],
  ])('%s', (text, document) => {
    expect(parseXmlDocument(text)).toEqual({ kind: 'document', document });
  });

  it.each([
    ['a tag left open', '<a><b></a>', 'Line 1, column 7'],
    ['two roots', '<a>1</a>\n<b>2</b>', 'Line 2'],
    ['two empty roots', '<a/><b/>', 'root element'],
    ['two empty roots of one name', '<a/><a/>', 'root element'],
    ['no tag at all', 'hello', 'Line 1, column 1'],
    ['an attribute twice', '<a b="1" b="2"/>', 'repeated'],
    ['a name that would pollute prototypes', '<__proto__><x/></__proto__>', '__proto__'],
    ['a stack bomb of tags', '<a>'.repeat(10_000) + '</a>'.repeat(10_000), 'nested'],
  ])('%s is refused with a reason', (_name, text, reason) => {
    expect(parseXmlDocument(text)).toMatchObject({ kind: 'invalid', reason: expect.stringContaining(reason) });
  });

  it.each([
    ['billion laughs', `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><l>&c;</l>`],
    ['quadratic blow-up', `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(10_000)}">]><l>${'&a;'.repeat(10_000)}</l>`],
    ['external entity', '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'],
    ['parameter entity', '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]><l/>'],
    ['entities declared behind the root', '<l><!DOCTYPE l [<!ENTITY a "ha">]>&a;</l>'],
  ])('entity attack: %s is refused', (_name, text) => {
    expect(parseXmlDocument(text).kind).toBe('invalid');
  });
});
