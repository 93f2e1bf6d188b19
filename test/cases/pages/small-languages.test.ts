import { describe, expect, test } from 'vitest';
import { isLabel } from '../../../src/core/articles/body/boilerplate-phrases.ts';
import { isConsentNotice } from '../../../src/core/articles/body/consent-notice.ts';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, paragraphs, PROSE, readVariant } from '../support/pages.ts';

/** Notices on cookies, in languages of fewer feeds. */
const NOTICES = [
  ['el', 'Εμείς και οι 745 συνεργάτες μας αποθηκεύουμε και έχουμε πρόσβαση σε πληροφορίες στη συσκευή σας, όπως cookies.'],
  ['el', 'Χρησιμοποιούμε cookies για να βελτιώσουμε την εμπειρία σας στον ιστότοπό μας.'],
  ['fi', 'Me ja 214 kumppaniamme tallennamme laitteellesi tietoja, kuten evästeitä, ja käytämme niitä.'],
  ['fi', 'Käytämme evästeitä parantaaksemme käyttökokemustasi ja näyttääksemme kohdennettua mainontaa.'],
  ['hu', 'Mi és 312 partnerünk sütiket és hasonló technológiákat tárolunk az Ön eszközén.'],
  ['hu', 'Weboldalunk sütiket használ a felhasználói élmény javítása érdekében.'],
  ['ro', 'Noi și cei 412 parteneri ai noștri stocăm și accesăm informații pe dispozitivul dumneavoastră, precum cookie-uri.'],
  ['ro', 'Folosim cookie-uri pentru a vă îmbunătăți experiența de navigare.'],
  ['bg', 'Ние и нашите 214 партньори съхраняваме информация на вашето устройство, например бисквитки.'],
  ['bg', 'Използваме бисквитки, за да подобрим Вашето изживяване на сайта.'],
  ['hr', 'Mi i naših 312 partnera pohranjujemo podatke na vašem uređaju, poput kolačića.'],
  ['sr', 'Користимо колачиће да бисмо побољшали ваше искуство на сајту.'],
  ['sk', 'My a našich 210 partnerov ukladáme informácie vo vašom zariadení, napríklad súbory cookie.'],
  ['sl', 'Mi in naših 120 partnerjev shranjujemo podatke v vaši napravi, na primer piškotke.'],
  ['cs', 'My a našich 874 partnerů ukládáme informace ve vašem zařízení, například soubory cookie.'],
  ['he', 'אנחנו ו-214 השותפים שלנו שומרים מידע במכשיר שלך, כגון קובצי Cookie.'],
  ['fa', 'ما و شرکای ما اطلاعات را در دستگاه شما ذخیره می‌کنیم، از جمله کوکی‌ها.'],
  ['th', 'เราและพาร์ทเนอร์ 312 รายจัดเก็บข้อมูลบนอุปกรณ์ของคุณ เช่น คุกกี้'],
  ['th', 'เว็บไซต์นี้ใช้คุกกี้เพื่อพัฒนาประสบการณ์การใช้งานของคุณ'],
  ['id', 'Kami dan 214 mitra kami menyimpan informasi di perangkat Anda, seperti cookie.'],
  ['id', 'Situs ini menggunakan cookie untuk meningkatkan pengalaman Anda.'],
  ['ca', 'Nosaltres i els nostres 214 socis emmagatzemem informació al vostre dispositiu, com ara galetes.'],
  ['lt', 'Mes ir mūsų 214 partnerių saugome informaciją jūsų įrenginyje, pavyzdžiui, slapukus.'],
  ['lv', 'Mēs un mūsu 214 partneri glabājam informāciju jūsu ierīcē, piemēram, sīkfailus.'],
  ['et', 'Meie ja meie 214 partnerit salvestame teie seadmesse teavet, näiteks küpsiseid.'],
  ['el', 'Αυτός ο ιστότοπος χρησιμοποιεί cookies για να σας προσφέρει την καλύτερη δυνατή εμπειρία.'],
  ['el', 'Για την ορθή λειτουργία της ιστοσελίδας μας κάνουμε χρήση cookies. Πατήστε Αποδοχή για να συνεχίσετε.'],
  ['hu', 'Az oldal sütiket használ. A böngészés folytatásával Ön elfogadja ezek használatát.'],
  ['ro', 'Acest site folosește cookie-uri. Continuând navigarea, ești de acord cu utilizarea lor.'],
  ['bg', 'Този сайт използва бисквитки. Като продължите, вие се съгласявате с тяхната употреба.'],
  ['hr', 'Ova stranica koristi kolačiće radi boljeg korisničkog iskustva i prikaza oglasa.'],
  ['sr', 'Овај сајт користи колачиће. Наставком прегледа прихватате њихову употребу.'],
  ['sl', 'Spletna stran uporablja piškotke za zagotavljanje boljše uporabniške izkušnje.'],
  ['sk', 'Tieto stránky používajú súbory cookie. Prehliadaním s tým vyjadrujete súhlas.'],
  ['he', 'אתר זה משתמש בעוגיות כדי לשפר את חוויית הגלישה שלך.'],
  ['fa', 'این سایت از کوکی‌ها برای بهبود تجربه شما استفاده می‌کند.'],
  ['th', 'เราใช้คุกกี้เพื่อวิเคราะห์การเข้าชมและแสดงโฆษณาที่ตรงกับความสนใจของคุณ'],
  ['id', 'Dengan melanjutkan, Anda menyetujui penggunaan cookie oleh kami dan mitra iklan kami.'],
  ['ca', 'Aquest web utilitza galetes per millorar la vostra experiència de navegació.'],
  ['lt', 'Šioje svetainėje naudojami slapukai. Naršydami toliau sutinkate su jų naudojimu.'],
  ['lv', 'Šī vietne izmanto sīkdatnes, lai uzlabotu jūsu lietošanas pieredzi.'],
  ['et', 'See veebileht kasutab küpsiseid, et parandada teie kasutuskogemust.'],
  ['fi', 'Sivustomme käyttää evästeitä. Jatkamalla hyväksyt niiden käytön.'],
  ['el', 'Στον ιστότοπό μας χρησιμοποιούμε cookies και παρόμοιες τεχνολογίες για στατιστικούς λόγους.'],
  ['hu', 'Honlapunk a jobb felhasználói élmény érdekében sütiket alkalmaz.'],
  ['ro', 'Utilizăm module cookie pentru a analiza traficul și a personaliza reclamele.'],
  ['bg', 'Нашият сайт използва бисквитки за анализ на трафика.'],
  ['hr', 'Koristimo kolačiće kako bismo analizirali promet i prilagodili oglase.'],
  ['sl', 'Uporabljamo piškotke za analizo obiska in prikaz oglasov.'],
  ['sk', 'Na našich stránkach používame súbory cookie na meranie návštevnosti.'],
  ['he', 'אנו משתמשים בעוגיות לצורך ניתוח תנועה והתאמת פרסומות.'],
  ['fa', 'ما برای تحلیل بازدیدها از کوکی استفاده می‌کنیم.'],
  ['th', 'เว็บไซต์นี้มีการใช้งานคุกกี้เพื่อจดจำการตั้งค่าของคุณ'],
  ['id', 'Kami menggunakan cookie untuk menganalisis lalu lintas dan menampilkan iklan.'],
  ['ca', 'Utilitzem galetes pròpies i de tercers per analitzar el trànsit.'],
  ['lt', 'Naudojame slapukus srautui analizuoti ir reklamai pritaikyti.'],
  ['lv', 'Mēs izmantojam sīkdatnes, lai analizētu apmeklējumu.'],
  ['et', 'Kasutame küpsiseid liikluse analüüsimiseks ja reklaamide kuvamiseks.'],
  ['fi', 'Tällä sivustolla käytetään evästeitä kävijämäärien mittaamiseen.'],
] as const; // biome-ignore format: a table

/** The first sentences of reports about them. */
const REPORTS = [
  ['el', 'Η αρχή προστασίας δεδομένων επέβαλε πρόστιμο σε εταιρεία που αποθήκευε cookies χωρίς συγκατάθεση.'],
  ['fi', 'Viranomainen määräsi yhtiölle sakon, koska se tallensi evästeitä ilman suostumusta.'],
  ['hu', 'A hatóság megbírságolta a céget, mert sütiket tárolt hozzájárulás nélkül.'],
  ['bg', 'Комисията глоби компанията, защото е събирала бисквитки без съгласие на потребителите.'],
  ['id', 'Otoritas mendenda perusahaan itu karena menyimpan cookie tanpa persetujuan pengguna.'],
  ['he', 'הרשות קנסה את החברה משום ששמרה קובצי Cookie ללא הסכמה.'],
  ['th', 'หน่วยงานปรับบริษัทเพราะเก็บคุกกี้โดยไม่ได้รับความยินยอม'],
  ['hr', 'Agencija je kaznila tvrtku jer je pohranjivala kolačiće bez privole.'],
  ['el', 'Ο ιστότοπος της εταιρείας αποθήκευε cookies στους υπολογιστές των επισκεπτών επί δύο χρόνια.'],
  ['hu', 'A cég honlapja két éven át sütiket tárolt a látogatók gépein.'],
  ['ro', 'Site-ul companiei a stocat cookie-uri pe calculatoarele vizitatorilor timp de doi ani.'],
  ['bg', 'Сайтът на компанията е записвал бисквитки две години без знанието на клиентите.'],
  ['hr', 'Tvrtka je dvije godine pohranjivala kolačiće na računala posjetitelja.'],
  ['sl', 'Spletna stran podjetja je dve leti shranjevala piškotke obiskovalcev.'],
  ['sk', 'Web spoločnosti dva roky ukladal súbory cookie návštevníkov bez ich vedomia.'],
  ['he', 'אתר החברה שמר קובצי Cookie במחשבי הגולשים במשך שנתיים.'],
  ['fa', 'وب‌سایت شرکت دو سال کوکی‌های بازدیدکنندگان را ذخیره می‌کرد.'],
  ['th', 'บริษัทแห่งนี้เก็บคุกกี้ของผู้เข้าชมนานสองปีโดยไม่แจ้งให้ทราบ'],
  ['id', 'Perusahaan itu menyimpan cookie pengunjung selama dua tahun tanpa izin.'],
  ['ca', 'La fàbrica de galetes de Manresa tancarà al maig i acomiadarà 200 treballadors.'],
  ['bg', 'Фабриката за бисквитки в Русе съкращава сто работници заради цените.'],
  ['et', 'Ettevõtte küpsiste tehas Tallinnas suletakse mais.'],
  ['fi', 'Yhtiön sivusto tallensi evästeitä kävijöiden koneille kahden vuoden ajan.'],
  ['hr', 'Naša tvornica kolačića najveća je u regiji i zapošljava 300 radnika.'],
] as const; // biome-ignore format: a table

/** Pointers to other articles between paragraphs. */
const POINTERS = [
  ['id', 'Baca juga: Harga cabai naik lagi'],
  ['vi', 'Xem thêm: Giá vàng tăng mạnh'],
  ['vi', 'Đọc thêm: Bão đổ bộ miền Trung'],
  ['el', 'Διαβάστε επίσης: Νέα μέτρα για την ενέργεια'],
  ['el', 'Δείτε ακόμη: Ο καιρός αύριο'],
  ['bg', 'Прочетете още: Сняг затвори прохода'],
  ['hi', 'यह भी पढ़ें: दिल्ली में बारिश'],
  ['bn', 'আরও পড়ুন: ঢাকায় বৃষ্টি'],
  ['he', 'קראו גם: מזג האוויר מחר'],
  ['fa', 'بیشتر بخوانید: باران در تهران'],
  ['th', 'อ่านเพิ่มเติม: ฝนตกหนักในกรุงเทพ'],
  ['tr', 'İlginizi çekebilir: Altın fiyatları yükseldi'],
  ['tr', 'Ayrıca okuyun: Hava durumu'],
  ['hu', 'Ez is érdekelheti: Hó esett a Bakonyban'],
  ['ro', 'Citește și: Ninsori în Carpați'],
  ['ro', 'Vezi și: Prețul gazelor'],
  ['ur', 'یہ بھی پڑھیں: کراچی میں بارش'],
  ['hr', 'Pročitajte još: Snijeg u Zagrebu'],
  ['sk', 'Prečítajte si aj: Sneh v Tatrách'],
  ['sl', 'Preberite tudi: Sneg v Alpah'],
  ['et', 'Loe ka: Lumi Tallinnas'],
  ['lv', 'Lasi arī: Sniegs Rīgā'],
  ['lt', 'Taip pat skaitykite: Sniegas Vilniuje'],
  ['ca', 'Llegiu també: Neu als Pirineus'],
  ['ar', 'إقرأ أيضاً: أمطار في بيروت'],
  ['ar', 'اقرأ أيضًا: أمطار في بيروت'],
  ['ko', '관련 기사: 서울에 눈'],
  ['ja', '関連記事：東京に雪'],
  ['zh', '延伸阅读：北京下雪'],
  ['cs', 'Přečtěte si také: Sníh v Praze'],
  ['da', 'Læs også: Sne i København'],
  ['pt', 'Leia também: Neve na serra'],
  ['uk', 'Читайте також: Сніг у Львові'],
  ['sr', 'Прочитајте и: Снег у Београду'],
  ['ms', 'Baca lagi: Hujan di Ipoh'],
  ['fil', 'Basahin din: Ulan sa Maynila'],
  ['sw', 'Soma pia: Mvua Nairobi'],
  ['fi', 'Lue myös: Lunta Helsingissä'],
  ['is', 'Lesa einnig: Snjór í Reykjavík'],
  ['id', 'Simak juga: Jadwal kereta berubah'],
  ['vi', 'Tin liên quan: Lũ ở Lào Cai'],
  ['el', 'Σχετικά άρθρα: Απεργία στα πλοία'],
  ['bg', 'Още по темата: Пожар край Варна'],
  ['hi', 'संबंधित खबर: रेल सेवा ठप'],
  ['bn', 'আরও দেখুন: সড়ক দুর্ঘটনা'],
  ['he', 'לכתבה המלאה: שביתה בנמל'],
  ['fa', 'مطالب مرتبط: اعتصاب در بندر'],
  ['th', 'ข่าวที่เกี่ยวข้อง: ไฟไหม้โรงงาน'],
  ['tr', 'Bunlar da ilginizi çekebilir: Deprem'],
  ['hu', 'Kapcsolódó cikkünk: Tűz Győrben'],
  ['ro', 'Citește și: Incendiu la Iași'],
  ['ur', 'مزید پڑھیں: لاہور میں آگ'],
  ['hr', 'Pročitajte i: Požar u Splitu'],
  ['sk', 'Čítajte aj: Požiar v Nitre'],
  ['sl', 'Preberite še: Požar v Kopru'],
  ['et', 'Loe lisaks: Tulekahju'],
  ['lv', 'Lasiet arī: Ugunsgrēks'],
  ['lt', 'Skaitykite daugiau: Gaisras'],
  ['ca', 'Més informació: Incendi'],
  ['ar', 'اقرأ المزيد: حريق'],
  ['cs', 'Čtěte také: Požár'],
  ['uk', 'Дивіться також: Пожежа'],
  ['sr', 'Прочитајте још: Пожар'],
  ['id', 'Baca selengkapnya: Banjir Demak'],
  ['el', 'Σχετικό θέμα: Πλημμύρες'],
  ['bg', 'Вижте още: Наводнение'],
  ['hi', 'ये भी पढ़ें: बाढ़'],
  ['he', 'ראו גם: שיטפון'],
  ['fa', 'همچنین بخوانید: سیل'],
  ['th', 'อ่านต่อ: น้ำท่วม'],
  ['hu', 'Olvasd el ezt is: Árvíz'],
  ['ro', 'Vezi și: Inundații'],
  ['hr', 'Čitajte još: Poplava'],
  ['sr', 'Повезане вести: Поплава'],
  ['lv', 'Saistītie raksti'],
  ['et', 'Seotud lood'],
  ['pl', 'Powiązane artykuły'],
  ['vi', 'Bài viết liên quan: Lũ'],
] as const; // biome-ignore format: a table

describe('notices of a publisher and its partners', () => {
  for (const [lang, notice] of NOTICES) {
    variantTest(`${lang}: ${notice.slice(0, 40)}`, () => {
      const page = pageOf(
        `<article><h1>Bridge opens</h1><p>${notice}</p>${inParagraphs(PROSE.en)}</article>`,
      );
      expect(paragraphs(readVariant(page))).toEqual(PROSE.en);
    });
  }
  test('a report about such notices is none', () => {
    for (const [, report] of REPORTS) expect(isConsentNotice(report, 'Chips'), report).toBe(false);
  });
});

/** Sentences that begin with the same words. */
const SENTENCES = [
  'Baca koran di pagi hari masih menjadi kebiasaan warga Solo.',
  'Още трима души са задържани за контрабанда на чипове.',
  'Saistītie uzņēmumi noslēdza līgumu ar ražotāju.',
  'Loe kaardilt, kuhu tehas tuleb.',
  'Citește presa zilnic, spune ministrul.',
  'Tin tức về lệnh cấm lan nhanh.',
  'Σχετικά με τις εξαγωγές, ο υπουργός αρνήθηκε να απαντήσει.',
  'संबंधित विभाग ने जांच शुरू कर दी है।',
  'Prečítajte si zmluvu, radí ministerstvo.',
  'Skaitykite sutartį atidžiai, pataria ministerija.',
]; // biome-ignore format: a list

test('sentences that begin like pointers are none', () => {
  for (const sentence of SENTENCES) expect(isLabel(sentence), sentence).toBe(false);
});

test('pointers to other articles are labels', () => {
  for (const [, pointer] of POINTERS) expect(isLabel(pointer), pointer).toBe(true);
});

describe('the rest of the text in <details>', () => {
  const labels = [['es', 'Leer más'], ['de', 'Mehr aus dem Artikel'], ['en', 'Read more'], ['ru', 'Читайте также'], ['ja', '関連記事を開く']] as const; // biome-ignore format: a table
  for (const [lang, label] of labels) {
    variantTest(`under “${label}”`, () => {
      const [first, ...rest] = PROSE[lang];
      const page = pageOf(
        `<article><h1>Bridge opens</h1><p>${first}</p><details><summary>${label}</summary>${inParagraphs(rest)}</details></article>`,
        { lang },
      );
      expect(paragraphs(readVariant(page))).toEqual(PROSE[lang]);
    });
  }
});

describe('a first letter for the eyes and the same one for screen readers', () => {
  const hidden = (letter: string) => `<span aria-hidden="true">${letter}</span>`;
  const pairs = {
    'seen first': (letter: string) => `${hidden(letter)}<span class="sr-only">${letter}</span>`,
    'spoken first': (letter: string) => `<span class="sr-only">${letter}</span>${hidden(letter)}`,
    'with the class of a drop cap': (letter: string) =>
      `<span class="dropcap" aria-hidden="true">${letter}</span><span class="visually-hidden">${letter}</span>`,
    'clipped by a style': (letter: string) =>
      `${hidden(letter)}<span style="position:absolute;clip:rect(0,0,0,0)">${letter}</span>`,
  };
  for (const [name, pair] of Object.entries(pairs)) {
    for (const lang of ['de', 'fr', 'ru'] as const) {
      variantTest(`${name}, ${lang}`, () => {
        const [first, ...rest] = PROSE[lang];
        const page = pageOf(
          `<article><h1>Bridge opens</h1><p>${pair(first!.charAt(0))}${first!.slice(1)}</p>${inParagraphs(rest)}</article>`,
        );
        expect(paragraphs(readVariant(page))).toEqual(PROSE[lang]);
      });
    }
  }
});

describe('the heading over a request to subscribe', () => {
  const boxes = [
    ['de', 'Das Wichtigste in Ihrem Postfach', 'Melden Sie sich für unseren Newsletter an.'],
    ['fr', 'L’essentiel chaque matin', 'Inscrivez-vous à notre newsletter gratuite.'],
    ['es', 'Las noticias de la mañana', 'Suscríbete a nuestro boletín diario.'],
    ['ru', 'Главное за день', 'Подписывайтесь на нашу рассылку.'],
  ] as const; // biome-ignore format: a table
  for (const [lang, heading, request] of boxes) {
    const [first, second, third] = PROSE[lang];
    variantTest(`goes with it, ${lang}`, () => {
      const page = pageOf(
        `<article><h1>Bridge opens</h1><p>${first}</p><div><h3>${heading}</h3><p>${request}</p></div><p>${second}</p><p>${third}</p></article>`,
      );
      expect(paragraphs(readVariant(page))).toEqual(PROSE[lang]);
    });
    variantTest(`stays where text of the article follows in its box, ${lang}`, () => {
      const page = pageOf(
        `<article><h1>Bridge opens</h1><p>${first}</p><section><h3>${heading}</h3><p>${request}</p><p>${second}</p><p>${third}</p></section></article>`,
      );
      expect(readVariant(page).text).toContain(heading);
    });
  }
});
