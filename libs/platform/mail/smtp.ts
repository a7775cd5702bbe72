import { createTransport } from 'nodemailer';
import type { SendMailOptions, Transporter } from 'nodemailer';

/** What one mail needs to be sent. */
export interface OutgoingMail {
  /** Stays the same when the mail is sent again, so that a mail server can tell that it has it already. */
  messageId: string;
  from: { name: string; address: string };
  recipient: string;
  subject: string;
  body: string;
  /** Null for mails that cannot be refused. */
  unsubscribeUrl: string | null;
}

/** Patience with a mail server, in milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const LINE_BREAKS_AND_CONTROLS = /\p{Cc}+/gu;

/** The mail server that SMTP_URL names. Its password stays inside. */
export class Smtp {
  private readonly transport: Transporter;
  private readonly url: URL;

  constructor(smtpUrl: string) {
    this.url = new URL(smtpUrl);
    const { protocol, hostname, port, username, password } = this.url;
    this.transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
      secure: protocol === 'smtps:',
      auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
      // A text that came from a person must never make the mailer read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...PATIENCE,
    });
  }

  /** The sender: `?from=` of SMTP_URL, the name that logs in if that is an address, else one of the site's host. */
  senderFor(publicUrl: string): string {
    const login = decodeURIComponent(this.url.username);
    return (
      this.url.searchParams.get('from') ??
      (login.includes('@') ? login : `noreply@${new URL(publicUrl).hostname}`)
    );
  }

  async send(mail: OutgoingMail): Promise<void> {
    const message: SendMailOptions = {
      messageId: mail.messageId,
      from: { name: oneLine(mail.from.name), address: mail.from.address },
      // As objects: a comma or a line break in a name or an address cannot become one more recipient or header.
      to: { name: '', address: oneLine(mail.recipient) },
      subject: oneLine(mail.subject),
      text: mail.body,
      headers: {
        // Keeps out-of-office replies from coming back.
        'Auto-Submitted': 'auto-generated',
        ...(mail.unsubscribeUrl && oneClickUnsubscribe(mail.unsubscribeUrl)),
      },
    };
    await this.transport.sendMail(message);
  }

  close(): void {
    this.transport.close();
  }
}

/** RFC 8058: the mail program offers a button that posts to the address, and nobody has to open a page. */
function oneClickUnsubscribe(url: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${oneLine(url)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function oneLine(text: string): string {
  return text.replace(LINE_BREAKS_AND_CONTROLS, ' ').trim();
}
