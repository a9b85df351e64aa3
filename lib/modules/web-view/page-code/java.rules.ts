import { toQuoted } from './code-text.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';

/** For a server written in Java. */
export function buildJava({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const rest = JSON.stringify({ ...(message === '' ? {} : { message }), contextVariables: Object.fromEntries(variables.map(({ name, value }) => [name, value])) });
  const text = `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
${isSigned ? '' : 'import java.nio.charset.StandardCharsets;\nimport java.security.MessageDigest;\n'}import java.time.Duration;
${isSigned ? '' : 'import java.util.HexFormat;\n'}
public class TellBot {
    static final String BOT_ID = ${toQuoted(botId)};

    static String tellBot(String conversationId, String userId${isSigned ? ', String token' : ''}) throws Exception {
${isSigned ? '' : `        byte[] text = (conversationId + " || " + BOT_ID).getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
`}        // Message and variables; a JSON library writes this better once they vary.
        String rest = ${toQuoted(rest.slice(1))};
        String body = "{\\"botId\\":\\"" + BOT_ID + "\\",\\"conversationId\\":\\"" + conversationId + "\\",\\"userId\\":\\"" + userId + "\\"," + rest;
        HttpRequest request = HttpRequest.newBuilder(URI.create(${toQuoted(endpoint)}))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("Authorization", ${isSigned ? '"Bearer " + token' : 'hash'})
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new IllegalStateException(response.body());
        return response.body();
    }

    // convId, userId${isSigned ? ' and token' : ''} of the page's address
    public static void main(String[] args) throws Exception {
        System.out.println(tellBot(args[0], args[1]${isSigned ? ', args[2]' : ''}));
    }
}
`;
  return { fileName: 'TellBot.java', command: `java TellBot.java CONV_ID USER_ID${isSigned ? ' TOKEN' : ''}`, about: 'Java 17 or newer, without libraries.', text };
}
