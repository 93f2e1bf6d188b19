import { DEVICES, WITH_PARTNERS } from './notice-words-further.ts';

/** Longer texts are no notices; characters. */
const MAX_NOTICE = 800;

/** A publisher and its partners at the beginning of a sentence: `We and our 214 partners`. */
export const PARTNERS = new RegExp(
  `${/(?<!\p{L})(?:we (?:and|,|along with|together with) (?:our )?(?:\S+ ){0,2}?(?:partners|vendors|advertisers)|(?:wir|uns) (?:und|sowie) unsere[rn]? (?:\S+ ){0,2}?(?:partner|dienstleister|anbieter)|nous (?:et|ainsi que) nos (?:\S+ ){0,2}?(?:partenaires|fournisseurs)|nosotros y nuestros (?:\S+ ){0,2}?(?:socios|proveedores)|noi e i nostri (?:\S+ ){0,2}?(?:partner|fornitori)|nós e (?:os )?nossos (?:\S+ ){0,2}?(?:parceiros|fornecedores)|(?:wij|we) en onze (?:\S+ ){0,2}?partners|my i nasi (?:\S+ ){0,2}?(?:partnerzy|dostawcy)|мы и наши (?:\S+ ){0,2}?партн[её]р|ми та наші (?:\S+ ){0,2}?партнер|biz ve (?:\S+ ){0,2}?(?:iş )?orta[kğ]|vi och våra (?:\S+ ){0,2}?partner|vi og (?:våre|vores) (?:\S+ ){0,2}?partner|chúng tôi (?:và|cùng) (?:\S+ ){0,3}?đối tác|हम और हमारे (?:\S+ ){0,2}?(?:सहयोगी|साझेदार|पार्टनर|भागीदार)|نحن و(?:\S+ ){0,2}?شركا[ؤئ])|我们(?:和|及|与)(?:我们的)?\s?\d{0,4}\s?(?:个|家|名)?(?:合作伙伴|合作方)|我們(?:和|及|與)(?:我們的)?\s?\d{0,4}\s?(?:個|家|名)?合作(?:夥伴|伙伴)|(?:当社|私たち)(?:と|および|及び)\s?\d{0,4}\s?(?:の|社の)?パートナー|(?:당사|저희)(?:와|및| 및)\s?\d{0,4}\s?(?:개의?|곳의)?\s?(?:파트너|제휴)/iu.source}|${WITH_PARTNERS}`,
  'iu',
);

/** The reader's device. */
export const DEVICE = new RegExp(
  `${/(?:your|a|the) (?:device|browser|terminal)|(?:ihrem|einem|deinem) (?:endgerät|gerät|browser)|(?:votre|un|le) (?:appareil|terminal|navigateur)|(?:su|un|tu|el) (?:dispositivo|navegador|equipo)|(?:tuo|suo|un|vostro) (?:dispositivo|browser)|(?:seu|um|teu) (?:dispositivo|aparelho)|(?:uw|je|een) (?:apparaat|toestel)|urządzeni|устройств|пристро|cihaz|(?:din|en) enhet|(?:din|en) enhed|thiết bị|डिवाइस|उपकरण|جهاز|设备|裝置|設備|端末|デバイス|기기|단말/iu.source}|${DEVICES}`,
  'iu',
);

/**
 * Whether a text is a notice of a publisher and its partners on what they store on the reader's device. It needs no
 * word such as `cookie` or `consent`. A report on such notices is about others, in the third person.
 */
export function isPartnersNotice(text: string): boolean {
  return text.length <= MAX_NOTICE && DEVICE.test(text) && PARTNERS.test(text);
}
