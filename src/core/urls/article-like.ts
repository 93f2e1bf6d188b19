/** Whether a path ends like the address of an article: with an id or a slug of several words. */
export function isArticleLike(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return /\d{3}/.test(last) || last.split(/[-_]/).length > 3;
}
