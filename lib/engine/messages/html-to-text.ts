import { decodeEntities } from './decode-entities';

/** Cleaned light HTML as plain text: paragraphs and lists as lines, a link followed by its address unless that is what it says. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  let count = -1;
  const text = html
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (_, address: string, label: string) => (label.replace(/^https?:\/\//, '') === address.replace(/^(?:https?:\/\/|tel:|mailto:)/, '') ? label : `${label} (${address.replace(/^(?:tel|mailto):/, '')})`))
    .replace(/<ol>|<ul>|<li>/g, (tag) => {
      if (tag === '<li>') count += count >= 0 ? 1 : 0;
      else count = tag === '<ol>' ? 0 : -1;
      return tag !== '<li>' ? '' : count > 0 ? `\n${count}. ` : '\n• ';
    })
    .replace(/<br>|<\/p>|<\/ul>|<\/ol>/g, '\n')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(text).replace(/\n{3,}/g, '\n\n').trim();
}
