import type { PageCode, PageCodeInput } from './page-code.schema';

/** For a server written in PHP. */
export function buildPhp({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const object = variables.length === 0 ? '[]' : `[${variables.map(({ name, value }) => `${quote(name)} => ${quote(value)}`).join(', ')}]`;
  const text = `<?php
const BOT_ID = ${quote(botId)};

function tellBot(string $conversationId, string $userId, ${isSigned ? 'string $token, ' : ''}?string $message = null, array $variables = []): array
{
${isSigned ? '' : "    $hash = hash('sha256', \"{$conversationId} || \" . BOT_ID);\n"}    $body = json_encode([
        'botId' => BOT_ID,
        'conversationId' => $conversationId,
        'userId' => $userId,
        'message' => $message,
        'contextVariables' => (object) $variables,
    ]);
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => ['Content-Type: application/json', "Authorization: ${isSigned ? 'Bearer {$token}' : '{$hash}'}"],
        'content' => $body,
        'timeout' => 10,
        'ignore_errors' => true,
    ]]);
    $text = file_get_contents(${quote(endpoint)}, false, $context);
    if ($text === false) throw new RuntimeException('The bot could not be reached.');
    $answer = json_decode($text, true);
    if (isset($answer['code'])) throw new RuntimeException($answer['detail']);
    return $answer;
}

// convId, userId${isSigned ? ' and token' : ''} of the page's address
[, $conversationId, $userId${isSigned ? ', $token' : ''}] = $argv;
print_r(tellBot($conversationId, $userId, ${isSigned ? '$token, ' : ''}${message === '' ? 'null' : quote(message)}, ${object}));
`;
  return { fileName: 'tell-bot.php', command: `php tell-bot.php CONV_ID USER_ID${isSigned ? ' TOKEN' : ''}`, about: 'PHP 8, without extensions.', text };
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
