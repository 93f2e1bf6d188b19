import { describe, expect, test } from 'vitest';
import { authorsInLines } from '../../../src/core/articles/metadata/header-lines.ts';
import { splitByline } from '../../../src/core/articles/metadata/authors.ts';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, paragraphs, PROSE, readVariant } from '../support/pages.ts';

/** Bylines with a position before the name. A name stays in the case that the line has. */
const BYLINES = [
  ['Door onze redacteur Pieter de Vries', 'Pieter de Vries'],
  ['Door onze correspondent Anna Bakker', 'Anna Bakker'],
  ['Van onze verslaggever Jan Smit', 'Jan Smit'],
  ['Von unserem Korrespondenten Max Huber', 'Max Huber'],
  ['Von unserer Redakteurin Anna Muster, Brüssel', 'Anna Muster'],
  ['Von Wirtschaftsredakteur Karl Weber', 'Karl Weber'],
  ['De notre correspondante Anne Leduc', 'Anne Leduc'],
  ['De notre envoyé spécial à Pékin, Paul Martin', 'Paul Martin'],
  ['Par notre journaliste Claire Roux', 'Claire Roux'],
  ['经济记者 王小明', '王小明'],
  ['本报驻东京记者 李明华', '李明华'],
  ['财经记者王小明报道', '王小明'],
  ['De nuestro corresponsal Juan Pérez', 'Juan Pérez'],
  ['Por nuestra enviada especial María López', 'María López'],
  ['Dal nostro corrispondente Marco Bianchi', 'Marco Bianchi'],
  ['Dalla nostra inviata Lucia Ferri', 'Lucia Ferri'],
  ['Do nosso correspondente João Silva', 'João Silva'],
  ['Da nossa enviada especial Ana Costa', 'Ana Costa'],
  ['By our correspondent Jane Smith', 'Jane Smith'],
  ['From our special correspondent Tom Field in Taipei', 'Tom Field'],
  ['By staff reporter Ann Lee', 'Ann Lee'],
  ['By Business Editor John Major', 'John Major'],
  ['От нашего корреспондента Ивана Петрова', 'Ивана Петрова'],
  ['Наш корреспондент Иван Петров', 'Иван Петров'],
  ['Наш кореспондент Олег Шевченко', 'Олег Шевченко'],
  ['Od naszego korespondenta Jana Kowalskiego', 'Jana Kowalskiego'],
  ['Nasz korespondent Jan Kowalski', 'Jan Kowalski'],
  ['Av vår korrespondent Erik Lund', 'Erik Lund'],
  ['Av vår reporter Anna Berg', 'Anna Berg'],
  ['Fra vores korrespondent Lars Holm', 'Lars Holm'],
  ['Av vår utsendte medarbeider Kari Nes', 'Kari Nes'],
  ['Toimittajamme Matti Virtanen', 'Matti Virtanen'],
  ['Náš zpravodaj Petr Novák', 'Petr Novák'],
  ['Od našeho zpravodaje Petra Nováka', 'Petra Nováka'],
  ['Muhabirimiz Ayşe Yılmaz', 'Ayşe Yılmaz'],
  ['Ekonomi muhabiri Ayşe Yılmaz', 'Ayşe Yılmaz'],
  ['経済部記者 佐藤健一', '佐藤健一'],
  ['ソウル特派員 佐藤健一', '佐藤健一'],
  ['경제부 김민수 기자', '김민수'],
  ['도쿄 특파원 김민수', '김민수'],
  ['مراسلنا في بيروت أحمد علي', 'أحمد علي'],
  ['من مراسلنا أحمد علي', 'أحمد علي'],
  ['हमारे संवाददाता रमेश कुमार', 'रमेश कुमार'],
  ['Phóng viên kinh tế Nguyễn Văn An', 'Nguyễn Văn An'],
  ['Wartawan kami Budi Santoso', 'Budi Santoso'],
  ['Oleh wartawan ekonomi Budi Santoso', 'Budi Santoso'],
  ['Από τον ανταποκριτή μας Γιώργο Παππά', 'Γιώργο Παππά'],
  ['Tudósítónktól, Kovács Péter', 'Kovács Péter'],
  ['De la corespondentul nostru Ion Popescu', 'Ion Popescu'],
  ['Door onze economieredacteur Sanne de Boer', 'Sanne de Boer'],
  ['Von unserem Asien-Korrespondenten Felix Lee', 'Felix Lee'],
  ['Von Peter Huber, Korrespondent in Wien', 'Peter Huber'],
  ['De notre correspondant à Tokyo, Philippe Mesmer', 'Philippe Mesmer'],
  ['Par notre correspondante en Chine Julie Zaugg', 'Julie Zaugg'],
  ['De nuestra redactora Carmen Gil', 'Carmen Gil'],
  ['Dal nostro inviato a Taipei Guido Santevecchi', 'Guido Santevecchi'],
  ['Da nossa correspondente em Pequim Rita Lopes', 'Rita Lopes'],
  ['科技记者 陈晓', '陈晓'],
  ['本報記者 林志玲', '林志玲'],
  ['北京特派員 田中一郎', '田中一郎'],
  ['산업부 이서연 기자', '이서연'],
  ['Från vår korrespondent i Peking Göran Leijonhufvud', 'Göran Leijonhufvud'],
  ['Od naszej korespondentki w Tokio Anny Nowak', 'Anny Nowak'],
  ['Собственный корреспондент Пётр Орлов', 'Пётр Орлов'],
  ['Від нашого кореспондента в Києві Олени Бойко', 'Олени Бойко'],
  ['Pekin muhabirimiz Can Öztürk', 'Can Öztürk'],
  ['مراسلتنا في القاهرة منى حسن', 'منى حسن'],
  ['विशेष संवाददाता अनिल शर्मा', 'अनिल शर्मा'],
  ['By Senior Technology Reporter Amy Chan', 'Amy Chan'],
  ['Door onze Aziëcorrespondent Marije Vlaskamp', 'Marije Vlaskamp'],
  ['Von unserem Wirtschaftsredakteur Jens Koch', 'Jens Koch'],
  ['Par notre envoyée spéciale Léa Masson', 'Léa Masson'],
  ['De nuestra enviada especial en Shanghái, Inma Bonet', 'Inma Bonet'],
  ['Dalla nostra corrispondente Giulia Pompili', 'Giulia Pompili'],
  ['Do nosso enviado especial Tiago Palma', 'Tiago Palma'],
  ['国际记者 周洋', '周洋'],
  ['ワシントン特派員 鈴木花子', '鈴木花子'],
  ['국제부 최지우 특파원', '최지우'],
  ['Fra vår korrespondent Siri Lill', 'Siri Lill'],
  ['Nasz korespondent Piotr Zając', 'Piotr Zając'],
  ['Наша корреспондентка Вера Соколова', 'Вера Соколова'],
  ['Наш кореспондент Ірина Гриценко', 'Ірина Гриценко'],
  ['Dış haberler muhabiri Elif Kaya', 'Elif Kaya'],
  ['हमारी संवाददाता नेहा वर्मा', 'नेहा वर्मा'],
  ['Phóng viên Trần Minh Khôi', 'Trần Minh Khôi'],
  ['Wartawan Dewi Lestari', 'Dewi Lestari'],
  ['From our Asia correspondent Ben Okri', 'Ben Okri'],
  ['Toimittajamme Liisa Korhonen', 'Liisa Korhonen'],
] as const; // biome-ignore format: a table

test('the person in a byline with a position', () => {
  for (const [line, name] of BYLINES) expect(authorsInLines([line]), line).toEqual([name]);
});

test('several persons after one position', () => {
  expect(splitByline('Von unseren Korrespondenten Max Huber und Anna Muster')).toEqual([
    'Max Huber',
    'Anna Muster',
  ]);
  expect(splitByline('By staff reporters Ann Lee, Bob Ray and Cy Dee')).toEqual([
    'Ann Lee',
    'Bob Ray',
    'Cy Dee',
  ]);
  expect(splitByline('By Ann Lee and editor Bob Ray')).toContain('Ann Lee');
  expect(splitByline('Van onze verslaggever Jan Jansen, Den Haag')).toEqual(['Jan Jansen']);
});

test('lines that only begin like these have no person', () => {
  const lines = [
    'Door onze gegevens veilig op te slaan', 'Von unserem Kontinent aus gesehen', 'By our standards',
    'Our correspondent in Taipei reports that Apple Inc will move', 'Par notre partenaire Samsung',
    'De nuestro socio Samsung Electronics', 'Наш партнёр Газпром Медиа', 'Reporter ohne Grenzen', '记者说 王小明',
    'The journalist Evan Hall, held in Moscow since March',
    'De journalist Pieter de Vries, neergeschoten in Amsterdam',
  ]; // biome-ignore format: a list
  for (const line of lines) expect(authorsInLines([line]), line).toEqual([]);
});

describe('such a byline on a page', () => {
  const lines = [
    ['de', 'Von unserer Korrespondentin Anna Muster, Brüssel', 'Anna Muster'],
    ['fr', 'De notre envoyé spécial à Pékin, Paul Martin', 'Paul Martin'],
    ['es', 'De nuestro corresponsal Juan Pérez', 'Juan Pérez'],
    ['ru', 'Наш корреспондент Иван Петров', 'Иван Петров'],
    ['zh', '经济记者 王小明', '王小明'],
    ['ar', 'من مراسلنا في بيروت أحمد علي', 'أحمد علي'],
  ] as const; // biome-ignore format: a table
  const layouts = {
    'a line of its own': (line: string) => `<p>${line}</p>`,
    'a box with a name': (line: string) => `<div class="byline"><span>${line}</span></div>`,
    'beside the date': (line: string) =>
      `<div><span>${line}</span> | <time datetime="2026-03-02">2026-03-02</time></div>`,
  };
  for (const [name, layout] of Object.entries(layouts)) {
    for (const [lang, line, author] of lines) {
      variantTest(`${lang}, ${name}`, () => {
        const article = readVariant(
          pageOf(`<article><h1>Bridge opens</h1>${layout(line)}${inParagraphs(PROSE[lang])}</article>`, {
            lang,
          }),
        );
        expect(article.authors).toEqual([author]);
        expect(paragraphs(article)).toEqual(PROSE[lang]);
      });
    }
  }
});
