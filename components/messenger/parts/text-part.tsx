import { Fragment, useMemo } from 'react';

import { parseLightHtml, type LightNode } from '@/components/messenger/parse-light-html';

/** A text with the light HTML that messages may hold; built from checked pieces, never from the text itself. */
export function TextPart({ html }: { html: string }) {
  const nodes = useMemo(() => parseLightHtml(html), [html]);
  return (
    <div dir="auto" className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
      <Nodes nodes={nodes} />
    </div>
  );
}

function Nodes({ nodes }: { nodes: readonly LightNode[] }) {
  return nodes.map((node, index) => <Fragment key={index}>{typeof node === 'string' ? node : <LightElement node={node} />}</Fragment>);
}

function LightElement({ node }: { node: Exclude<LightNode, string> }) {
  const children = <Nodes nodes={node.children} />;
  switch (node.tag) {
    case 'br':
      return <br />;
    case 'strong':
    case 'b':
      return <strong className="font-semibold">{children}</strong>;
    case 'i':
      return <em>{children}</em>;
    case 'p':
      // A paragraph may not hold lists; a block may.
      return <div className="[&+div]:mt-2">{children}</div>;
    case 'ul':
      return <ul className="my-1 list-disc ps-5">{children}</ul>;
    case 'ol':
      return <ol className="my-1 list-decimal ps-5">{children}</ol>;
    case 'li':
      return <li>{children}</li>;
    case 'a':
      return node.href === null ? children : <TextLink href={node.href}>{children}</TextLink>;
  }
}

function TextLink({ href, children }: { href: string; children: React.ReactNode }) {
  const opensPage = /^(https?:|\/)/.test(href);
  return (
    <a href={href} {...(opensPage ? { target: '_blank', rel: 'noopener noreferrer' } : null)} className="rounded-xs underline underline-offset-2 outline-current">
      {children}
    </a>
  );
}
