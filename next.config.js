import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

/**
 * Scripts and styles may be inline because Next writes its page data and next-themes its first-paint script that way;
 * everything else comes from this origin. Monaco runs its language workers from blobs. Bots' messages show images, sounds and
 * videos from anywhere, and pages (web views) in frames.
 */
function contentSecurityPolicy(isDevelopment, ancestors = "frame-ancestors 'self'") {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline' blob:${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "media-src 'self' blob: https: http:",
    "frame-src 'self' https: http:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    ...(ancestors ? [ancestors] : []),
  ].join('; ');
}

/** What every page answer carries beside its policy. The HTTP API sets its own headers. */
function securityHeaders() {
  return [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
  ];
}

/** The messenger's script belongs into pages of other sites; a new version reaches them within minutes. */
const embeddedScriptHeaders = [
  { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
  { key: 'Access-Control-Allow-Origin', value: '*' },
  { key: 'Cache-Control', value: 'public, max-age=300, stale-while-revalidate=86400' },
];

/** Next's settings; the phase tells development from production without reading the environment. */
export default function nextConfig(phase) {
  const isDevelopment = phase === PHASE_DEVELOPMENT_SERVER;
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    devIndicators: false,
    // Else the API, which pages need not, would be loaded a second time, for its routes of the development server.
    experimental: { preloadEntriesOnStart: false },
    // `npm run check` is the one place where types are checked.
    typescript: { ignoreBuildErrors: true },
    turbopack: { root: import.meta.dirname },
    serverExternalPackages: [
      'better-sqlite3',
      'pg',
      '@prisma/client',
      '@prisma/adapter-better-sqlite3',
      '@prisma/adapter-pg',
      '@prisma/schema-engine-wasm',
      'pino',
      'undici',
      'ioredis',
      'nodemailer',
      'quickjs-emscripten-core',
      '@jitl/quickjs-wasmfile-release-sync',
    ],
    headers: () =>
      Promise.resolve([
        { source: '/:path*', headers: securityHeaders() },
        { source: '/:path((?!messenger/|samples/).*)', headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy(isDevelopment) }] },
        // Sites show the messenger in a frame. Our server sets its policy by channel (lib/http/frame-policy.ts); the development server knows no channels.
        ...(isDevelopment ? [{ source: '/messenger/:path*', headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy(isDevelopment, null) }] }] : []),
        { source: '/messenger.js', headers: embeddedScriptHeaders },
      ]),
  };
}
