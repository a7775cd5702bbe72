/** Ends the PostgreSQL of the run, if the run started one. */
export default async function stopTestCluster() {
  await globalThis.peerdeskTestCluster?.stop();
}
