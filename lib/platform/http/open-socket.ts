import net from 'node:net';
import tls from 'node:tls';
import type { HttpTarget } from '@/lib/platform/http/http-target';

/** How long a try to connect to one of several addresses may take before the next one is tried too. */
const NEXT_ADDRESS_AFTER_MS = 1_000;

interface SocketPlan {
  target: HttpTarget;
  /** Checked addresses: the socket goes to one of these, no name is looked up. */
  addresses: string[];
  /** Name that the server's certificate must carry; empty for an address. */
  serverName: string;
  /** Further certificate authorities to trust, PEM. */
  ca: string | undefined;
  /** Where to note how long each phase took, as soon as it ends. */
  phases: { connectMs: number | null; tlsMs: number | null };
}

/** Starts connecting. `onReady` is called without an error when data may be written, TLS included, and with each error. */
export function openSocket(plan: SocketPlan, onReady: (error: Error | null) => void): net.Socket {
  const startedMs = performance.now();
  const { phases } = plan;
  const address = {
    host: plan.target.host,
    port: plan.target.port,
    lookup: toFixedLookup(plan.addresses),
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
  };
  const socket = plan.target.isTls
    ? tls.connect({ ...address, servername: plan.serverName, ALPNProtocols: ['http/1.1'], ...toTrust(plan.ca) })
    : net.connect(address);
  socket.setNoDelay(true);
  socket.once('connect', () => {
    phases.connectMs = performance.now() - startedMs;
    // Node skips `lookup` for a literal host; this holds whatever Node does.
    if (!isAmong(plan.addresses, socket.remoteAddress)) socket.destroy(new Error('Connected to an unchecked address'));
    else if (!plan.target.isTls) onReady(null);
  });
  socket.once('secureConnect', () => {
    phases.tlsMs = performance.now() - startedMs - (phases.connectMs ?? 0);
    onReady(null);
  });
  socket.on('error', onReady);
  return socket;
}

function toTrust(ca: string | undefined): tls.ConnectionOptions {
  return ca === undefined ? {} : { ca: [...tls.rootCertificates, ca] };
}

/** A lookup that answers with the checked addresses only, whatever name is asked. */
function toFixedLookup(addresses: string[]): net.LookupFunction {
  const answers = addresses.map((address) => ({ address, family: net.isIPv6(address) ? 6 : 4 }));
  return (_host, options, callback) => {
    const [first] = answers;
    if (options.all === true) callback(null, answers);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function isAmong(addresses: string[], remoteAddress: string | undefined): boolean {
  if (remoteAddress === undefined) return false;
  // Compares as addresses, because systems spell the same IPv6 address in more than one way.
  const list = new net.BlockList();
  for (const address of addresses) list.addAddress(address.replace(/%.*$/, ''), net.isIPv6(address) ? 'ipv6' : 'ipv4');
  return list.check(remoteAddress.replace(/%.*$/, ''), net.isIPv6(remoteAddress) ? 'ipv6' : 'ipv4');
}
