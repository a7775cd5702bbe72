import { EnvironmentError, readEnvironment } from './environment.js';

describe('the environment', () => {
  it('needs nothing to be set', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: null,
      meili: null,
      smtpUrl: null,
      rateLimits: true,
      logLevel: 'info',
    });
  });

  it('takes what the operator sets', () => {
    const environment = readEnvironment({
      PORT: '8080',
      PUBLIC_URL: 'https://help.example.com/',
      MEILI_HOST: 'http://127.0.0.1:7700',
      RATE_LIMITS: 'off',
    });
    expect(environment).toMatchObject({
      port: 8080,
      publicUrl: 'https://help.example.com',
      meili: { host: 'http://127.0.0.1:7700', apiKey: null },
      rateLimits: false,
    });
  });

  it('treats an empty variable as not set', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: null, port: 3000 });
  });

  it.each([
    ['PORT', '80a', 'PORT is "80a"; accepted: a whole number from 1 to 65535.'],
    ['PORT', '0', 'PORT is "0"; accepted: a whole number from 1 to 65535.'],
    ['RATE_LIMITS', 'no', 'RATE_LIMITS is "no"; accepted: on, off.'],
    [
      'PUBLIC_URL',
      'help.example.com',
      'PUBLIC_URL is "help.example.com"; accepted: a URL that starts with http:// or https://.',
    ],
  ])('says in one line what is wrong with %s=%s', (name, value, message) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new EnvironmentError(message));
  });

  it('never shows what may hold a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://peer:secret@db/peerdesk' })).toThrow(
      /^((?!secret).)*$/s,
    );
  });

  it('refuses a PEERDESK_ variable that nobody reads', () => {
    expect(() => readEnvironment({ PEERDESK_PROT: '80' })).toThrow(
      /^PEERDESK_PROT is not a variable of Peerdesk/,
    );
  });
});
