import { describe, expect, test } from 'vitest';
import { isLabel } from '../../../../src/core/articles/body/boilerplate-phrases.ts';
import { withoutOffer } from '../../../../src/core/plausibility/compare-texts.ts';
import { variantTest } from '../../../cases/support/cases.ts';

describe('requests for the reader’s address or attention', () => {
  for (const line of [
    'Meld je aan voor onze nieuwsbrief en ontvang elke ochtend het belangrijkste nieuws.',
    'Zapisz się do naszego newslettera i bądź na bieżąco.',
    'Tilmeld dig vores nyhedsbrev og få overblikket hver morgen.',
    'Anmäl dig till vårt nyhetsbrev.',
    'Tilaa uutiskirje ja saat päivän tärkeimmät sähköpostiisi.',
    'Skráðu þig á póstlistann okkar og fylgstu með á Facebook.',
    'Telli Delta uudiskiri ja hommikul on kõik postkastis.',
    'Užsisakykite naujienlaiškį ir būkite pirmieji.',
    'Odebírejte náš newsletter a nic vám neuteče.',
    'Iratkozzon fel hírlevelünkre!',
    'Prijavite se na naš newsletter i pratite nas na Viberu.',
    'Абонирайте се за нашия бюлетин и четете първи.',
    'Підписуйтесь на наш канал у Telegram',
    'Ακολουθήστε μας στο Google News για όλες τις ειδήσεις.',
    'Haber bültenimize abone olun, gündemi kaçırmayın.',
    'Đăng ký nhận bản tin để không bỏ lỡ tin tức quan trọng.',
    'Jiunge na chaneli yetu ya WhatsApp upate habari kwanza.',
    'हमारे WhatsApp चैनल से जुड़ें',
  ])
    test(line, () => {
      expect(isLabel(line)).toBe(true);
    });
});

describe('reports in which the same words stand', () => {
  for (const line of [
    'De minister schreef maandag in zijn nieuwsbrief dat de grens dicht blijft.',
    'Obserwuje go na Instagramie ponad milion osób, podała prokuratura.',
    'Dołączył do firmy w maju, napisał na LinkedIn.',
    'Sumali siya sa TikTok noong Enero, ayon sa pulisya.',
    'Daftar aplikasi yang diblokir memuat Telegram dan WhatsApp.',
    'Toimitus seuraa Facebookin kehitystä tarkasti, johtaja sanoi.',
    'Harga langganan YouTube Premium naik mulai Maret.',
    'Prati ga milijun ljudi na Instagramu, a sud ga traži već godinu dana.',
  ])
    test(line, () => {
      expect(isLabel(line)).toBe(false);
    });
});

describe('a request for a newsletter in the middle of a page is no wall', () => {
  const PAGES: Readonly<Record<string, readonly [string, string, string, string]>> = {
    Dutch: ['De douane heeft zondag in de haven van Vlissingen een container met driehonderd chips tegengehouden.', 'Meld je aan voor onze nieuwsbrief en log in om die te lezen.', 'Twee mensen zijn aangehouden, meldt het Openbaar Ministerie.', 'Volgens een woordvoerder kwam alles uit Antwerpen.'],
    Danish: ['Tolderne standsede søndag en container med tre hundrede kredsløb i havnen i Aarhus.', 'Opret en konto og få vores nyhedsbrev hver morgen.', 'To personer er anholdt, oplyser anklageren.', 'Skibet var kommet fra Rotterdam med papirer på legetøj.'],
    Romanian: ['Vameșii au oprit duminică în portul Constanța un container cu trei sute de cipuri.', 'Creați un cont și primiți newsletter-ul nostru în fiecare dimineață.', 'Doi oameni au fost reținuți, a anunțat procurorul.', 'Nava venea din Rotterdam, cu acte pentru jucării.'],
  }; // biome-ignore format: a table
  for (const [language, [first, request, ...rest]] of Object.entries(PAGES))
    variantTest(language, () => {
      const text = [first, ...rest].join('\n\n');
      const visible = [first, request, ...rest].join('\n\n');
      expect(withoutOffer(text, visible, '')).toBe(text);
    });
});
