import { escapeUTF8 } from 'entities/escape';

/**
 * Escapes for text and quoted attributes of HTML and XML. The apostrophe becomes a number, because Telegram and mail
 * programs that read HTML 4 do not know `&apos;`.
 */
export function escapeHtml(text: string): string {
  return escapeUTF8(text).replaceAll('&apos;', '&#39;');
}
