/** How people get in, as the configuration says; a configuration without it lets everybody in who is on this machine. */
export interface AccessSettings {
  readonly mode: 'off' | 'accounts' | 'proxy';
  /** Whether browsers reach us by https, so that cookies may be kept to it. */
  readonly secure: boolean;
}

/** A configuration without `auth` (made by a program, not read from a file) lets in who is on this machine. */
export function accessSettings(web: {
  readonly publicUrl?: string | undefined;
  readonly auth?: AccessSettings['mode'] | undefined;
}): AccessSettings {
  return { mode: web.auth ?? 'off', secure: web.publicUrl?.startsWith('https:') === true };
}
