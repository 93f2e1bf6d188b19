/** A UUID in a guid: some systems write it in capitals, and others in small letters. */
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const ADDRESS = /^(https?):\/\/(www\.)?(?=[^/])/i;

/**
 * Other spellings of a guid, which it may have had or may get: an address with `http` or `https`, with `www.` or
 * without, and a UUID in capitals or small letters.
 */
export function guidForms(guid: string): string[] {
  const forms = new Set<string>();
  if (ADDRESS.test(guid))
    for (const start of ['http://', 'https://', 'http://www.', 'https://www.'])
      forms.add(guid.replace(ADDRESS, start));
  forms.add(guid.replace(UUID, (id) => id.toLowerCase()));
  forms.add(guid.replace(UUID, (id) => id.toUpperCase()));
  forms.delete(guid);
  return [...forms];
}
