import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything and delivers it here. */
export class LetterBox {
  /** As they came, the first one first. */
  readonly letters: { recipient: string; text: string }[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<LetterBox> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, session, callback) {
        let text = '';
        stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        stream.on('end', () => {
          for (const { address } of session.envelope.rcptTo) box.letters.push({ recipient: address, text });
          callback();
        });
      },
    });
    const box = new LetterBox(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return box;
  }

  /** For `SMTP_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** A header of a letter, its lines joined. */
  header(letter: number, name: string): string | undefined {
    const head = this.letters[letter]?.text.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
    return new RegExp(`^${name}: (.+)$`, 'mi').exec(head)?.[1];
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
