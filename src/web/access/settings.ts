/** How people log in, by the configuration. Without it everybody on this machine is let in. */
export interface AccessSettings {
  readonly mode: 'off' | 'accounts' | 'proxy';
  /** Whether browsers reach us by HTTPS, so that cookies can be limited to it. */
  readonly secure: boolean;
}

/** A configuration without `auth` (made by a program, not read from a file) lets in everybody on this machine. */
export function accessSettings(web: {
  readonly publicUrl?: string | undefined;
  readonly auth?: AccessSettings['mode'] | undefined;
}): AccessSettings {
  return { mode: web.auth ?? 'off', secure: web.publicUrl?.startsWith('https:') === true };
}
