import { buildTemplateSegments } from '@/components/studio/editors/template/template-text';
import { cn } from '@/components/ui/class-names';

/** Properties of `TemplateText`. */
export type TemplateTextProps = { text: string; className?: string; /** Shown while there is no text. */ placeholder?: string };

/** A text with its variables as chips and its light HTML as line breaks, to be read. */
export function TemplateText({ text, className, placeholder = '' }: TemplateTextProps) {
  const shown = toPlain(text);
  if (shown.trim() === '') return placeholder ? <span className={cn('pr-0.5 text-faint italic', className)}>{placeholder}</span> : null;
  return (
    <span className={cn('break-words whitespace-pre-wrap', className)}>
      {buildTemplateSegments(shown, []).map(({ kind, start, end }) =>
        kind === 'text' ? (
          shown.slice(start, end)
        ) : (
          <span key={start} className="rounded-sm bg-accent-soft px-1 font-mono text-xs text-accent">
            {shown.slice(start + 1, end - 1).replace(/^\$botContext\.(slot\.)?/, '')}
          </span>
        ),
      )}
    </span>
  );
}

/** Light HTML without its marks. Source: conversation-builder reference, section 6.4. */
function toPlain(text: string): string {
  return text
    .replace(/<br\s*\/?>|<\/p>|<\/li>/gi, '\n')
    .replace(/<li>/gi, '• ')
    .replace(/<\/?(p|strong|b|i|ul|ol|a)(\s[^>]*)?>/gi, '')
    .replace(/\n+$/, '');
}
