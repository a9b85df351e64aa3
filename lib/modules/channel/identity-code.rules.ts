/** Languages in which signing is shown. */
export const SIGNING_LANGUAGES = ['node', 'python', 'php', 'java'] as const;
export type SigningLanguage = (typeof SIGNING_LANGUAGES)[number];

/** Code for a site's server. */
export interface SigningCode {
  fileName: string;
  /** How it is tried out. */
  command: string;
  text: string;
}

/** Where the code has the secret from: it must not stand in what goes to browsers or into a repository. */
const SECRET_VARIABLE = 'PARLEY_IDENTITY_SECRET';

const NODE = `import { createHmac } from 'node:crypto';

// Keep the secret on your server: whoever has it can be any of your customers.
const secret = process.env.${SECRET_VARIABLE};

export function signIdentity(person) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const text = \`\${encode({ alg: 'HS256', typ: 'JWT' })}.\${encode({ ...person, iat: now, exp: now + 3600 })}\`;
  return \`\${text}.\${createHmac('sha256', secret).update(text).digest('base64url')}\`;
}

// “sub” is your own id of the person: the same on all devices.
console.log(signIdentity({ sub: 'customer-81', name: 'Ada Lovelace', email: 'ada@example.com' }));
`;

const PYTHON = `import base64
import hashlib
import hmac
import json
import os
import time

# Keep the secret on your server: whoever has it can be any of your customers.
SECRET = os.environ["${SECRET_VARIABLE}"].encode()


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def sign_identity(person):
    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT"}
    claims = {**person, "iat": now, "exp": now + 3600}
    text = b".".join(encode(json.dumps(part).encode()) for part in (header, claims))
    return (text + b"." + encode(hmac.new(SECRET, text, hashlib.sha256).digest())).decode()


# "sub" is your own id of the person: the same on all devices.
print(sign_identity({"sub": "customer-81", "name": "Ada Lovelace", "email": "ada@example.com"}))
`;

const PHP = `<?php
// Keep the secret on your server: whoever has it can be any of your customers.
$secret = getenv('${SECRET_VARIABLE}');

function encode(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function signIdentity(array $person, string $secret): string
{
    $claims = $person + ['iat' => time(), 'exp' => time() + 3600];
    $text = encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . encode(json_encode($claims));
    return $text . '.' . encode(hash_hmac('sha256', $text, $secret, true));
}

// “sub” is your own id of the person: the same on all devices.
echo signIdentity(['sub' => 'customer-81', 'name' => 'Ada Lovelace', 'email' => 'ada@example.com'], $secret), "\\n";
`;

const JAVA = `import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class SignIdentity {
    // Keep the secret on your server: whoever has it can be any of your customers.
    static final byte[] SECRET = System.getenv("${SECRET_VARIABLE}").getBytes(StandardCharsets.UTF_8);

    static String signIdentity(Map<String, String> person) throws Exception {
        long now = Instant.now().getEpochSecond();
        String claims = new TreeMap<>(person).entrySet().stream().map(each -> quote(each.getKey()) + ":" + quote(each.getValue())).collect(Collectors.joining(","));
        String text = encode("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}") + "." + encode("{" + claims + ",\\"iat\\":" + now + ",\\"exp\\":" + (now + 3600) + "}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        return text + "." + encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(byte[] data) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    }

    // A text as JSON; your JSON library does the same.
    static String quote(String text) {
        return text.codePoints().mapToObj(c -> c < 32 || c == '"' || c == '\\\\' ? String.format("\\\\u%04x", c) : Character.toString(c)).collect(Collectors.joining("", "\\"", "\\""));
    }

    public static void main(String[] args) throws Exception {
        // "sub" is your own id of the person: the same on all devices.
        System.out.println(signIdentity(Map.of("sub", "customer-81", "name", "Ada Lovelace", "email", "ada@example.com")));
    }
}
`;

const codes: Record<SigningLanguage, SigningCode> = {
  node: { fileName: 'sign-identity.mjs', command: `${SECRET_VARIABLE}=… node sign-identity.mjs`, text: NODE },
  python: { fileName: 'sign_identity.py', command: `${SECRET_VARIABLE}=… python3 sign_identity.py`, text: PYTHON },
  php: { fileName: 'sign-identity.php', command: `${SECRET_VARIABLE}=… php sign-identity.php`, text: PHP },
  java: { fileName: 'SignIdentity.java', command: `${SECRET_VARIABLE}=… java SignIdentity.java`, text: JAVA },
};

/** Code that signs who a visitor is, without packages. Source of what it makes: RFC 7519 with HS256 (RFC 7518, section 3.2). */
export function getSigningCode(language: SigningLanguage): SigningCode {
  return codes[language];
}
