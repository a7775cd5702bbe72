import { isIP } from 'node:net';

/**
 * The network that an address belongs to: the first 24 bits of IPv4, the first 48 of IPv6, which is what providers give
 * one customer at most. Whoever shares a home, an office or a school shares it; that is meant to be so coarse.
 * Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
  switch (isIP(plain)) {
    case 4:
      return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
    case 6:
      return `${groupsOf(plain).slice(0, 3).join(':')}::/48`;
    default:
      return null;
  }
}

/** All eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 address at the end stands for two groups; none of them is among the first three unless all others are there.
  const given = left.length + right.length + (/\./.test(address) ? 1 : 0);
  const between = tail === undefined ? 0 : 8 - given;
  return [...left, ...Array<string>(between).fill('0'), ...right].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
