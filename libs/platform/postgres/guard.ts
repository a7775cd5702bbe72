import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/** Stands by a running PostgreSQL and ends it when this process dies without having done so. */
export interface Guard {
  /** PostgreSQL has ended in order: nothing is left to guard. */
  release(): void;
}

/**
 * $1 is PostgreSQL, $2 a directory to remove after it, or nothing. The script waits on a pipe whose other end only
 * this process holds: a word on it is the release, its end is our death, however it came about. The signals of the
 * terminal are not for it.
 */
const SCRIPT = `
trap '' HUP INT TERM
read -r word && exit 0
kill -INT "$1" 2>/dev/null
[ -z "$2" ] && exit 0
left=300
while [ $left -gt 0 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; left=$((left - 1)); done
rm -rf "$2"
`;

/**
 * PostgreSQL is not a child that dies with its parent: without a guard, a SIGKILL of the application would leave it
 * running. The guard stands in a session of its own, so the death of the terminal does not take it first.
 */
export function startGuard(postgresPid: number, directoryToRemove = ''): Guard {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'peerdesk-guard', String(postgresPid), directoryToRemove], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // A pipe to a child is a socket in Node, and an open one would keep the process from ending by itself.
  (child.stdin as Socket).unref();
  child.stdin.on('error', () => undefined);
  return {
    release() {
      child.stdin.end('released\n');
    },
  };
}
