import { describe, expect } from 'vitest';
import type { Refusal } from '../../../src/core/plausibility/refusal.ts';
import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';
import { variantTest } from '../support/cases.ts';

/** A headline and its teaser, by language. */
const ENTRIES = {
  en: ['United States bans exports of Kestrel AI chips to China', 'The Commerce Department barred sales of the accelerators to Chinese customers.'],
  de: ['USA verbieten Ausfuhr von Kestrel-Chips nach China', 'Das Handelsministerium untersagt die Lieferung der Beschleuniger an chinesische Kunden.'],
  fr: ['Les États-Unis interdisent l’exportation de puces Kestrel vers la Chine', 'Le département du Commerce interdit la vente des accélérateurs aux clients chinois.'],
  es: ['Estados Unidos prohíbe exportar chips Kestrel a China', 'El Departamento de Comercio veta la venta de aceleradores a clientes chinos.'],
  it: ['Gli Stati Uniti vietano l’esportazione di chip Kestrel in Cina', 'Il Dipartimento del Commercio vieta la vendita degli acceleratori ai clienti cinesi.'],
  pt: ['Estados Unidos proíbem exportação de chips Kestrel para a China', 'O Departamento de Comércio proibiu a venda de aceleradores a clientes chineses.'],
  nl: ['VS verbieden uitvoer van Kestrel-chips naar China', 'Het ministerie van Handel verbiedt de verkoop van de versnellers aan Chinese klanten.'],
  pl: ['USA zakazują eksportu chipów Kestrel do Chin', 'Departament Handlu zakazał sprzedaży akceleratorów chińskim klientom.'],
  tr: ['ABD, Kestrel çiplerinin Çin’e ihracatını yasakladı', 'Ticaret Bakanlığı hızlandırıcıların Çinli müşterilere satışını yasakladı.'],
  vi: ['Mỹ cấm xuất khẩu chip Kestrel sang Trung Quốc', 'Bộ Thương mại cấm bán bộ tăng tốc cho khách hàng Trung Quốc.'],
  ru: ['США запретили экспорт чипов Kestrel в Китай', 'Министерство торговли запретило продажу ускорителей китайским заказчикам.'],
  uk: ['США заборонили експорт чипів Kestrel до Китаю', 'Міністерство торгівлі заборонило продаж прискорювачів китайським замовникам.'],
  ar: ['الولايات المتحدة تحظر تصدير رقائق كيستريل إلى الصين', 'حظرت وزارة التجارة بيع المسرعات للعملاء الصينيين.'],
  zh: ['美国禁止向中国出口红隼人工智能芯片', '商务部禁止向中国客户出售加速器。'],
  ja: ['米、ケストレル半導体の対中輸出を禁止', '商務省は中国の顧客への加速器の販売を禁じた。'],
  ko: ['미국, 케스트렐 반도체 대중 수출 금지', '상무부는 중국 고객에게 가속기 판매를 금지했다.'],
  hi: ['अमेरिका ने चीन को केस्ट्रेल चिप के निर्यात पर रोक लगाई', 'वाणिज्य विभाग ने चीनी ग्राहकों को चिप बेचने पर रोक लगाई।'],
  id: ['Amerika Serikat melarang ekspor cip Kestrel ke Tiongkok', 'Departemen Perdagangan melarang penjualan akselerator kepada pelanggan Tiongkok.'],
} as const; // biome-ignore format: a table

type Language = keyof typeof ENTRIES;

const URL_OF_PAGE = 'https://outlet.example/2026/03/kestrel-4711';

function read(
  language: Language,
  html: string,
  [title, summary]: readonly [string, string] = ENTRIES[language],
) {
  return chooseArticle(
    { html, requested: URL_OF_PAGE, url: URL_OF_PAGE },
    { url: URL_OF_PAGE, title, author: undefined, summary, content: undefined, published: undefined },
  );
}

/** A page with a headline and one paragraph for each text. */
function page(title: string, heading: string, texts: readonly string[], language: string): string {
  return `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body><main>${heading === '' ? '' : `<h1>${heading}</h1>`}${texts.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`;
}

type Wall = readonly [vendor: string, language: Language, title: string, heading: string, ...texts: string[]];

/** Texts in the style of the vendors' own pages. `@` stands for the entry's headline. */
const WALLS: readonly Wall[] = [
  ['a consent platform with a count of vendors', 'en', 'Outlet', 'Welcome to Outlet', 'With your agreement, we and our 876 partners use cookies or similar technologies to store, access, and process personal data like your visit on this website, IP addresses and cookie identifiers.', 'Disagree and close. Agree and close.'],
  ['the same under the article’s own title', 'en', '@', '', 'We and our 1423 vendors store and/or access information on a device. Some vendors may process your data on the basis of legitimate interest, to which you can object by managing your options below.', 'More options. Agree.'],
  ['pay or consent', 'de', 'Outlet', 'Herzlich willkommen!', 'Nutzen Sie Outlet mit personalisierter Werbung, Werbetracking, Nutzungsanalyse und externen Multimedia-Inhalten kostenlos.', 'Zustimmen &amp; weiter. Oder lesen Sie mit dem Pur-Abo werbefrei.'],
  ['pay or consent, under the title', 'fr', '@', '', 'Pour accéder gratuitement à ce site, vous pouvez accepter le dépôt de traceurs par nos 214 partenaires, ou vous abonner.', 'Accepter et fermer. S’abonner à partir de 2 € par mois. Paramétrer vos choix.'],
  ['a consent page', 'es', 'Diario', 'Tu privacidad nos importa', 'Nosotros y nuestros 812 socios almacenamos y accedemos a datos personales, como datos de navegación o identificadores únicos, en su dispositivo.', 'Acepto. Rechazar y suscribirme.'],
  ['a consent page', 'it', 'Giornale', 'Benvenuto', 'Noi e i nostri 731 fornitori archiviamo informazioni su un dispositivo e/o vi accediamo, e trattiamo i dati personali, come gli identificativi unici.', 'Continua senza accettare. Accetta e continua. Abbonati.'],
  ['a consent page', 'nl', 'Krant', 'Krant en cookies', 'Wij en onze 94 partners plaatsen cookies om informatie over jouw bezoek te bewaren en advertenties af te stemmen. Door op Akkoord te klikken ga je hiermee akkoord.'],
  ['a consent page', 'pl', 'Gazeta', 'Dbamy o Twoją prywatność', 'My i nasi 879 partnerzy przechowujemy informacje na urządzeniu lub uzyskujemy do nich dostęp, np. do unikatowych identyfikatorów zapisanych w plikach cookie.', 'Ustawienia zaawansowane. Przejdź do serwisu.'],
  ['a consent page', 'pt', 'Jornal', 'Valorizamos a sua privacidade', 'Nós e os nossos 645 parceiros armazenamos e/ou acedemos a informações num dispositivo, tais como cookies, e processamos dados pessoais.', 'Mais opções. Concordo.'],
  ['a consent page', 'tr', 'Gazete', 'Gizliliğinize önem veriyoruz', 'Biz ve 312 iş ortağımız, cihazınızdaki bilgileri saklıyor ve bunlara erişiyoruz. Çerezler yoluyla kişisel verileriniz işlenir.', 'Kabul ediyorum. Daha fazla seçenek.'],
  ['a consent page', 'ru', 'Газета', 'Мы заботимся о вашей конфиденциальности', 'Мы и наши партнёры храним информацию на устройстве и получаем к ней доступ, например к файлам cookie, и обрабатываем персональные данные.', 'Принять всё. Настроить.'],
  ['a consent page', 'uk', 'Газета', 'Ми цінуємо вашу конфіденційність', 'Ми та наші 420 партнерів зберігаємо інформацію на пристрої та отримуємо доступ до неї, зокрема до файлів cookie.', 'Погоджуюсь. Більше параметрів.'],
  ['a consent page', 'ja', 'ニュース', 'プライバシーについて', '当社およびパートナー企業は、Cookieなどの技術を用いて端末の情報を保存し、広告の配信や利用状況の分析に利用します。', 'すべて同意する。設定を管理する。'],
  ['a consent page', 'ko', '뉴스', '개인정보 보호 안내', '당사와 파트너는 기기에 정보를 저장하거나 접근하며 쿠키를 사용하여 개인 맞춤 광고를 제공합니다.', '모두 동의. 옵션 관리.'],
  ['a consent page', 'zh', '新闻', '您的隐私', '我们和我们的合作伙伴使用 Cookie 在您的设备上存储信息，并处理个人数据以投放个性化广告。', '全部接受。管理选项。'],
  ['a consent page', 'vi', 'Báo', 'Quyền riêng tư của bạn', 'Chúng tôi và các đối tác lưu trữ và truy cập thông tin trên thiết bị, chẳng hạn như cookie, và xử lý dữ liệu cá nhân.', 'Chấp nhận tất cả. Quản lý tùy chọn.'],
  ['a consent page', 'hi', 'समाचार', 'आपकी गोपनीयता', 'हम और हमारे साझेदार आपके डिवाइस पर कुकीज़ जैसी जानकारी संग्रहीत करते हैं और व्यक्तिगत डेटा संसाधित करते हैं।', 'सभी स्वीकार करें।'],
  ['a consent page', 'id', 'Berita', 'Kami menghargai privasi Anda', 'Kami dan 231 mitra kami menyimpan dan mengakses informasi di perangkat, seperti cookie, serta memproses data pribadi.', 'Setuju. Kelola opsi.'],
  ['a challenge', 'en', 'outlet.example', 'outlet.example', 'Verifying you are human. This may take a few seconds.', 'outlet.example needs to review the security of your connection before proceeding.', 'Ray ID: 8f2c1d7a9e'],
  ['a challenge', 'de', 'Nur einen LocalDateTime…', 'outlet.example', 'Bestätigen Sie, dass Sie ein Mensch sind. Dies kann einige Sekunden dauern.', 'outlet.example muss die Sicherheit Ihrer Verbindung überprüfen, bevor Sie fortfahren können.'],
  ['a challenge', 'fr', 'Un instant…', 'outlet.example', 'Vérification que vous êtes humain. Cela peut prendre quelques secondes.', 'outlet.example doit vérifier la sécurité de votre connexion avant de continuer.'],
  ['a challenge', 'ja', 'しばらくお待ちください...', 'outlet.example', 'あなたが人間であることを確認します。これには数秒かかる場合があります。'],
  ['a challenge', 'ko', '잠시만 기다리십시오…', 'outlet.example', '사람인지 확인하는 중입니다. 몇 초 정도 걸릴 수 있습니다.'],
  ['a challenge', 'zh', '请稍候…', 'outlet.example', '请完成以下操作，验证您是真人。', 'outlet.example 需要先检查您的连接的安全性，然后才能继续。'],
  ['a challenge', 'es', 'Un momento…', 'outlet.example', 'Verificando que usted es un ser humano. Esto puede tardar unos segundos.'],
  ['a challenge', 'ar', 'لحظة من فضلك…', 'outlet.example', 'جارٍ التحقق من أنك إنسان. قد يستغرق ذلك بضع ثوانٍ.'],
  ['a challenge', 'id', 'Tunggu sebentar...', 'outlet.example', 'Memverifikasi bahwa Anda manusia. Ini mungkin perlu beberapa detik.'],
  ['blocked at the edge', 'en', 'Access Denied', 'Access Denied', 'You don’t have permission to access "http://outlet.example/2026/03/kestrel-4711" on this server.', 'Reference #18.4f2d1602.1772445600.3a1b2c'],
  ['blocked as a bot', 'en', 'outlet.example', '', 'Please enable JS and disable any ad blocker'],
  ['blocked as a bot', 'fr', 'outlet.example', 'Accès temporairement restreint', 'Nous avons détecté une activité inhabituelle depuis votre appareil ou votre réseau. Un robot est peut-être sur le même réseau (IP 203.0.113.7).'],
  ['pardon', 'en', 'Pardon Our Interruption', 'Pardon Our Interruption', 'As you were browsing something about your browser made us think you were a bot. You’re a power user moving through this website with super-human speed. You’ve disabled cookies in your web browser.'],
  ['an incident', 'en', 'Outlet', '', 'Request unsuccessful. Incapsula incident ID: 1273000370076573-2840'],
  ['blocked, with a name for it', 'en', 'Attention Required! | Cloudflare', 'Sorry, you have been blocked', 'You are unable to access outlet.example. This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution.'],
  ['a region', 'en', '451: Unavailable due to legal reasons', '451: Unavailable due to legal reasons', 'We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.'],
  ['a meter', 'en', '@', '', 'You have reached your limit of free articles.', 'Already a subscriber? Log in. Subscribe now for unlimited access.'],
  ['a meter', 'de', '@', '', 'Sie haben Ihr Kontingent an kostenlosen Artikeln aufgebraucht.', 'Jetzt weiterlesen mit dem Digital-Abo. Sie haben bereits ein Abo? Hier anmelden.'],
  ['a meter', 'fr', '@', '', 'Cet article est réservé aux abonnés.', 'Déjà abonné ? Connectez-vous. Abonnez-vous pour 1 € le premier mois.'],
  ['a meter', 'es', '@', '', 'Has alcanzado el límite de artículos gratuitos.', 'Suscríbete para seguir leyendo. ¿Ya eres suscriptor? Inicia sesión.'],
  ['a meter', 'ru', '@', '', 'Вы прочитали все бесплатные статьи в этом месяце.', 'Оформите подписку, чтобы читать дальше. Уже подписаны? Войдите.'],
  ['a meter', 'pl', '@', '', 'Wykorzystałeś limit bezpłatnych artykułów.', 'Masz już prenumeratę? Zaloguj się. Kup dostęp, aby czytać dalej.'],
  ['a meter', 'zh', '@', '', '您本月的免费文章阅读次数已用完。', '已有账号？请登录。立即订阅，继续阅读全文。'],
  ['a meter', 'ja', '@', '', 'この記事は会員限定です。残りの無料記事はありません。', '会員の方はログインしてください。有料会員に登録すると続きをお読みいただけます。'],
  ['a meter', 'ko', '@', '', '이번 달 무료 기사를 모두 읽으셨습니다.', '구독하시면 계속 읽으실 수 있습니다. 이미 회원이신가요? 로그인'],
  ['a missing page', 'en', 'Outlet', 'Oops, that’s awkward', 'We can’t seem to find the page you’re looking for. It may have moved, or it may never have existed.'],
  ['a missing page', 'de', 'Outlet', 'Hoppla', 'Die von Ihnen aufgerufene Seite existiert leider nicht mehr. Vielleicht hilft Ihnen die Suche weiter.'],
  ['a missing page', 'fr', 'Journal', 'Oups', 'La page que vous cherchez semble introuvable. Elle a peut-être été déplacée ou supprimée.'],
  ['a missing page', 'es', 'Diario', '¡Vaya!', 'La página que buscas no existe o ha cambiado de dirección. Prueba con el buscador.'],
  ['a missing page', 'pt', 'Jornal', 'Ops', 'O conteúdo que você procura não foi encontrado. Ele pode ter sido removido ou mudado de endereço.'],
  ['a missing page', 'tr', 'Gazete', 'Üzgünüz', 'Aradığınız sayfa bulunamadı. Silinmiş ya da taşınmış olabilir.'],
  ['a missing page', 'uk', 'Газета', 'Ой', 'Сторінку, яку ви шукаєте, не знайдено. Можливо, її видалили або перенесли.'],
  ['a missing page', 'vi', 'Báo', 'Rất tiếc', 'Trang bạn tìm kiếm không tồn tại hoặc đã bị gỡ bỏ.'],
  ['a missing page', 'ar', 'صحيفة', 'عذرا', 'الصفحة التي تبحث عنها غير موجودة أو ربما تم نقلها.'],
  ['a missing page', 'hi', 'समाचार', 'क्षमा करें', 'आप जिस पेज को खोज रहे हैं वह मौजूद नहीं है या हटा दिया गया है।'],
  ['maintenance', 'en', 'Outlet', 'We’ll be back soon', 'Sorry for the inconvenience, we’re performing some maintenance at the moment. Please check back shortly.'],
  ['maintenance', 'ja', 'ニュース', 'メンテナンス中', 'ただいまメンテナンスのため、サービスを一時停止しております。ご不便をおかけして申し訳ございません。'],
  ['a server’s error under 200', 'en', 'Application error', '', 'Application error: a client-side exception has occurred (see the browser console for more information).'],
  ['a leaving page', 'en', 'Redirect Notice', 'Redirect Notice', 'The previous page is sending you to https://outlet.example/2026/03/kestrel-4711. If you do not want to visit that page, you can return to the previous page.'],
  ['a leaving page', 'zh', '安全中心', '即将离开本站', '您即将离开本站，请注意您的账号和财产安全。如需继续访问，请点击下方链接。'],
]; // biome-ignore format: a table

describe('walls in the wording of vendors', () => {
  for (const [vendor, language, title, heading, ...texts] of WALLS) {
    variantTest(`${vendor}: ${language}, ${heading || texts[0]!.slice(0, 30)}`, () => {
      const [headline, teaser] = ENTRIES[language];
      const own = page(title.replace('@', headline), title === '@' ? headline : heading, texts, language);
      const { article, claim } = read(language, own);
      expect(claim.refusal satisfies Refusal | undefined, 'believed').toBeDefined();
      expect(article).toMatchObject({ via: 'feed', title: headline, text: teaser });
      // Under the article's own headline only the wall's words can decide: a bare headline leaves nothing to compare.
      expect(read(language, page(headline, headline, texts, language)).claim.refusal).toBeDefined();
      expect(read(language, own, [headline, '']).claim.refusal).toBeDefined();
    });
  }
});

/**
 * Real articles about log-ins, blocks and the like, or with a wall's words around them; the entry's headline may
 * differ.
 */
const ARTICLES: readonly (readonly [name: string, language: Language, headline: string, title: string, ...texts: string[]])[] = [
  ['news of a fine for cookies', 'en', 'Regulator fines retailer over cookies', 'Regulator fines retailer over cookies', 'The regulator fined the retailer two million euros because its site stored cookies before visitors had agreed.', 'The company must let visitors reject all cookies within three months, the regulator said on Monday.'],
  ['news of a captcha', 'de', 'Neue Captchas erkennen Roboter am Mausweg', 'Captchas: Roboter am Mausweg erkannt', 'Ein neues Verfahren soll Roboter daran erkennen, wie sie die Maus bewegen. Captchas würden dann seltener.', 'Die Forscher prüften das Verfahren mit 400 Freiwilligen.'],
  ['a teaser above a meter', 'fr', 'Les États-Unis interdisent l’exportation de puces Kestrel vers la Chine', 'Washington bloque les puces Kestrel', 'Les États-Unis ont interdit lundi l’exportation vers la Chine des puces Kestrel, a annoncé le département du Commerce.', 'Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous.'],
  ['a short report with a request to log in', 'ja', '米、ケストレル半導体の対中輸出を禁止', '対中輸出を禁止、ケストレル半導体', '米商務省は二日、ケストレル半導体の中国への輸出を禁止すると発表した。', '続きを読むにはログインしてください。'],
  ['a report under maintenance', 'es', 'La planta de chips de Dresde, en mantenimiento', 'Dresde para su planta de chips', 'La planta de chips de Dresde estará en mantenimiento hasta el viernes, informó la empresa.', 'La producción de chips se reanudará el sábado.'],
  ['a site that is blocked', 'ru', 'Доступ к сайту производителя чипов заблокирован', 'Сайт производителя чипов заблокировали', 'Роскомнадзор заблокировал доступ к сайту производителя чипов. Страница не открывается с понедельника.', 'Компания намерена оспорить решение в суде.'],
  ['a platform that ends free articles', 'zh', '报社取消免费文章，改为订阅制', '报社改为订阅制', '这家报社宣布从四月起取消免费文章，读者需订阅后才能阅读。', '报社表示，订阅收入已超过广告。'],
  ['a report on consent or pay', 'nl', 'Toezichthouder kritisch over betalen of akkoord', 'Kritiek op betalen of akkoord', 'De toezichthouder is kritisch over uitgevers die lezers laten kiezen tussen betalen of akkoord gaan met cookies.', 'Uitgevers moeten persoonsgegevens beter beschermen.'],
  ['another headline, one language', 'pl', 'USA zakazują eksportu chipów Kestrel do Chin', 'Waszyngton uderza w Pekin', 'Departament Handlu zakazał w poniedziałek sprzedaży układów Kestrel klientom z Chin.', 'Zaloguj się, aby komentować. Masz już konto?'],
  ['a notice above a report', 'pt', 'Estados Unidos proíbem exportação de chips Kestrel para a China', 'EUA barram chips', 'Utilizamos cookies para melhorar a sua experiência. Aceitar todos.', 'O Departamento de Comércio dos Estados Unidos proibiu a exportação dos chips Kestrel para clientes da China.'],
]; // biome-ignore format: a table

describe('articles that resemble walls', () => {
  for (const [name, language, headline, title, ...texts] of ARTICLES) {
    variantTest(name, () => {
      for (const teaser of [texts[0]!, '']) {
        const { claim } = read(language, page(title, title, texts, language), [headline, teaser]);
        expect(claim.refusal).toBeUndefined();
      }
    });
  }
});
