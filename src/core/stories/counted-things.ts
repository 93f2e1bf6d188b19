/**
 * What a number counts, by the words after it; the first match counts. Latin and Cyrillic words by their beginning.
 */
const WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'persons',
    /^(?:people|person|men$|man$|women|suspect|defendant|worker|employee|staff|job|resident|passenger|student|personne|hommes?$|femmes?$|suspect|salarié|employé|postes?$|ouvrier|élèves?|menschen|männer|frauen|personen|beschäftigt|mitarbeiter|stellen$|arbeiter|verdächtig|personas|hombres?$|mujeres|detenid|emplead|trabajador|puestos|heridos|persone|uomini|donne|dipendenti|lavoratori|arrestat|pessoas|homens|mulheres|funcionári|trabalhador|presos|человек|люде|мужчин|женщин|сотрудник|работник|подозреваем|задержанн)/u,
  ],
  [
    'chips',
    /^(?:\p{L}*chips?$|processor|gpus?$|cards?$|accelerator|puces?$|cartes?$|processeur|accélérateur|prozessor|\p{L}*karten$|beschleuniger|halbleiter|procesador|tarjetas?$|acelerador|processori|schede$|acceleratori|processador|placas?$|чип|процессор|видеокарт|карт|ускорител)/u,
  ],
  [
    'machines',
    /^(?:servers?$|machines?$|systems?$|tools?$|scanners?$|racks?$|serveur|systèmes?$|server$|anlagen|maschinen|geräte|servidor|equipos|macchinar|macchine|máquinas?$|сервер|установ|систем)/u,
  ],
  ['wafers', /^(?:wafer|plaquettes?$|obleas?$|пластин)/u],
  [
    'boxes',
    /^(?:containers?$|crates?$|boxes|cartons?$|pallets?$|parcels?$|packages?$|conteneur|caisses?$|colis|kisten|paletten|pakete|contenedor|cajas|paquetes|contêiner|caixas|casse$|pacchi|ящик|контейнер|посыл|коробк)/u,
  ],
  [
    'companies',
    /^(?:compan|firms?$|entit|businesses|suppliers?$|entreprise|sociétés?$|unternehmen|firmen|empresas?$|entidad|aziende|società|imprese|entidades|компани|фирм|предприяти|организаци)/u,
  ],
  [
    'vehicles',
    /^(?:vehicles?$|cars?$|trucks?$|lorries|voitures?$|véhicule|fahrzeug|autos?$|vehículo|coches|veicoli|carros|автомобил|машин)/u,
  ],
];
/** Counter words, right after the number. */
const COUNTERS: readonly (readonly [string, RegExp])[] = [
  ['persons', /^(?:余|多)?(?:名|人|位|명)/u],
  [
    'wafers',
    /^(?:余|多)?(?:片|枚|장)(?:の|的)?(?:\p{Script=Han}{0,3}晶圆|\p{Script=Han}{0,3}晶圓|ウエハ|웨이퍼)/u,
  ],
  ['chips', /^(?:余|多)?(?:颗|顆|块|塊|张|張|장(?!관|비|소|애|치))/u],
  ['machines', /^(?:余|多)?(?:台|臺|대(?!학|한|형|비))/u],
  ['boxes', /^(?:余|多)?(?:箱|(?:个|個)(?:货柜|貨櫃|集装箱|集裝箱|コンテナ)|상자|박스)/u],
  [
    'companies',
    /^(?:余|多)?(?:家|社(?!会|交)|개\s?(?:사|기업|업체)|곳|団体|团体|團體|(?:个|個)(?:实体|實體))/u,
  ],
  ['vehicles', /^(?:余|多)?(?:辆|輛)/u],
  ['pieces', /^(?:余|多)?(?:枚|个|個|件|개(?!월|국|사|년)|本(?!社|部|土)|点(?!の))/u],
];
/** How many words, such as adjectives or `of the same`, may be between. */
const REACH = 5;

/** What a number counts (`chips`, `persons` …), by the text right after it; undefined where unknown. */
export function countedThing(after: string): string | undefined {
  const counter = COUNTERS.find(([, pattern]) => pattern.test(after));
  if (counter !== undefined) return counter[0];
  const [clause = ''] = after.split(/[.,;:!?()\d。、，]/u, 1);
  for (const word of clause.split(/[\s’'-]+/u, REACH + 1)) {
    const found = WORDS.find(([, pattern]) => pattern.test(word));
    if (found !== undefined) return found[0];
  }
  return undefined;
}
