import type { Condition } from '@/lib/engine/program/condition.schema';
import type { AnswerFacts } from './answer-facts';
import { met, unmet, type Verdict } from './verdict';

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

export function judgeTransferFailed(_: ConditionOf<'transfer-failed'>, { transfer }: AnswerFacts): Verdict {
  return transfer === 'failed' ? met('the transfer failed') : unmet('no transfer failed');
}

export function judgeFileUpload({ result }: ConditionOf<'file-upload'>, { file }: AnswerFacts): Verdict {
  if (file === null) return unmet('no file was sent');
  return file === result ? met(`the file upload ended as ${file}`) : unmet(`the file upload ended as ${file}, wanted ${result}`);
}

export function judgeWebView({ result }: ConditionOf<'web-view'>, { webView }: AnswerFacts): Verdict {
  if (webView === null) return unmet('no web view posted or timed out');
  const words = { posted: 'the web view posted', 'timed-out': 'the time for the web view is over' };
  return webView === result ? met(words[webView]) : unmet(`${words[webView]}, wanted ${result}`);
}
