/** Unpacks the browser into TMPDIR. A process of its own, for the package looks at its environment when it is imported. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
