import { escapeUTF8 } from 'entities/escape';

/**
 * Safe in the text of HTML and XML and in a quoted attribute of either. `&apos;` becomes a number: Telegram and mail
 * programs that read HTML 4 do not know the name.
 */
export function escapeHtml(text: string): string {
  return escapeUTF8(text).replaceAll('&apos;', '&#39;');
}
