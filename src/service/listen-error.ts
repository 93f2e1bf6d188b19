const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program (another chipwatch?) listens there already',
  EACCES: 'this user may not listen there; ports below 1024 need a privilege',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this name has no address',
};

/** The web server cannot listen where the configuration says. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const reason = REASONS[cause.code ?? ''] ?? cause.message;
    super(
      `cannot listen on ${host}, port ${port}: ${reason}. Set web.host and web.port (CHIPWATCH_WEB_HOST, CHIPWATCH_WEB_PORT) to a free address.`,
      { cause },
    );
  }
}
