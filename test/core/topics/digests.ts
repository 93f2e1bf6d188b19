/** Digests of several subjects in ten languages, with one report in a sentence, or with words of the topics in two. */
export const DIGESTS: readonly {
  readonly language: string;
  readonly topic: string | undefined;
  readonly title: string;
  readonly text: string;
}[] = [
  {
    language: 'eng',
    topic: 'chip_ban',
    title: 'The week in brief',
    text: 'A heatwave closed schools across the south of the country. The central bank left its rate unchanged and hinted at a cut in autumn. Washington widened its export restrictions on AI chips to three more countries. A streaming service raised prices again, and the national team lost its third match in a row.',
  },
  {
    language: 'eng',
    topic: undefined,
    title: 'The week in brief',
    text: 'A heatwave closed schools across the south of the country. The central bank left its rate unchanged and hinted at a cut in autumn. A chipmaker reported record profits thanks to data centres. A city council banned scooters from pavements, and the national team lost its third match in a row.',
  },
  {
    language: 'deu',
    topic: 'domestic_alternative',
    title: 'Kurz gemeldet',
    text: 'Am Flughafen fielen wegen Nebels vierzig Flüge aus. Die Bahn verschiebt die Eröffnung der neuen Strecke um ein Jahr. Ein Krankenhaus in Hessen wurde Opfer eines Cyberangriffs. In China ersetzen staatliche Rechenzentren ihre Nvidia-Karten durch heimische Beschleuniger von Huawei. Der Bierabsatz ist auf den tiefsten Stand seit Jahren gefallen.',
  },
  {
    language: 'deu',
    topic: undefined,
    title: 'Kurz gemeldet',
    text: 'Am Flughafen fielen wegen Nebels vierzig Flüge aus. Die Bahn verschiebt die Eröffnung der neuen Strecke um ein Jahr. Nvidia stellt in Las Vegas neue Grafikkarten für Spieler vor. Huawei eröffnet ein Geschäft für Uhren in München. Der Bierabsatz ist auf den tiefsten Stand seit Jahren gefallen.',
  },
  {
    language: 'fra',
    topic: 'customs_check',
    title: 'L’actualité en bref',
    text: 'La grève des contrôleurs se poursuit ce week-end. Un incendie a détruit trois hectares de pinède dans le Var. À Roissy, les douanes ont saisi deux cents processeurs graphiques dissimulés dans un envoi de jouets. Le prix du beurre recule pour la première fois depuis deux ans. Le Tour partira de Lille.',
  },
  {
    language: 'fra',
    topic: undefined,
    title: 'L’actualité en bref',
    text: 'La grève des contrôleurs se poursuit ce week-end. Un incendie a détruit trois hectares de pinède dans le Var. À Roissy, les douanes ont saisi deux cents kilos de cannabis dissimulés dans un envoi de jouets. Un fabricant de puces embauche à Grenoble. Le Tour partira de Lille.',
  },
  {
    language: 'spa',
    topic: 'chip_ban',
    title: 'Breves',
    text: 'El ayuntamiento aprobó el presupuesto tras doce horas de debate. La selección viaja mañana a Lisboa sin su capitán. Los Países Bajos retiran a ASML la licencia para vender máquinas de litografía a China. Las lluvias dejan tres carreteras cortadas en Galicia. El precio de la vivienda sube un siete por ciento.',
  },
  {
    language: 'spa',
    topic: undefined,
    title: 'Breves',
    text: 'El ayuntamiento aprobó el presupuesto tras doce horas de debate. La selección viaja mañana a Lisboa sin su capitán. Intel presenta en Madrid un procesador para portátiles. El gobierno prohíbe fumar en las terrazas. Las lluvias dejan tres carreteras cortadas en Galicia. El precio de la vivienda sube un siete por ciento.',
  },
  {
    language: 'cmn',
    topic: 'chip_ban',
    title: '早间新闻汇总',
    text: '北京今日最高气温三十五度，市民注意防暑。某知名演员宣布结婚，粉丝纷纷送上祝福。美国商务部要求英伟达停止向中国出口新一代人工智能芯片。国际油价连续三天下跌。多地高考成绩将于本周公布，家长可以通过官方网站查询。',
  },
  {
    language: 'cmn',
    topic: undefined,
    title: '早间新闻汇总',
    text: '北京今日最高气温三十五度，市民注意防暑。某知名演员宣布结婚，粉丝纷纷送上祝福。英伟达市值再创新高，黄仁勋现身夜市。欧盟禁止一次性塑料吸管。国际油价连续三天下跌。多地高考成绩将于本周公布，家长可以通过官方网站查询。',
  },
  {
    language: 'kor',
    topic: 'domestic_alternative',
    title: '아침 뉴스 브리핑',
    text: '전국에 장맛비가 내리겠고 남부에는 호우특보가 내려졌다. 지하철 요금이 다음 달부터 백오십 원 오른다. 정부는 공공 데이터센터의 외산 GPU를 국산 AI 반도체로 대체하는 사업에 착수했다. 프로야구에서는 선두가 바뀌었다. 배추값이 작년보다 두 배로 뛰었다.',
  },
  {
    language: 'kor',
    topic: undefined,
    title: '아침 뉴스 브리핑',
    text: '전국에 장맛비가 내리겠고 남부에는 호우특보가 내려졌다. 지하철 요금이 다음 달부터 백오십 원 오른다. 삼성전자는 반도체 부문 성과급을 지급하기로 했다. 학교에서 휴대전화 사용이 금지된다. 프로야구에서는 선두가 바뀌었다. 배추값이 작년보다 두 배로 뛰었다.',
  },
  {
    language: 'jpn',
    topic: 'chip_ban',
    title: '朝のニュースまとめ',
    text: '台風が沖縄に接近し、航空便の欠航が相次いでいる。首相は来週、東南アジア三カ国を訪問する。経済産業省は先端半導体の製造装置二十三品目を輸出管理の対象に加えた。プロ野球では首位が入れ替わった。コメの価格が三週連続で下がった。',
  },
  {
    language: 'jpn',
    topic: undefined,
    title: '朝のニュースまとめ',
    text: '台風が沖縄に接近し、航空便の欠航が相次いでいる。首相は来週、東南アジア三カ国を訪問する。熊本の半導体工場で夏祭りが開かれた。市は歩きたばこを禁止する条例を可決した。プロ野球では首位が入れ替わった。コメの価格が三週連続で下がった。',
  },
  {
    language: 'rus',
    topic: 'customs_check',
    title: 'Коротко о главном',
    text: 'В Сочи из-за шторма закрыты пляжи. Центробанк сохранил ключевую ставку на прежнем уровне. Таможенники в аэропорту Алма-Аты нашли в багаже пассажира сто незадекларированных процессоров. Сборная проиграла товарищеский матч. Цены на огурцы за неделю выросли на десять процентов.',
  },
  {
    language: 'rus',
    topic: undefined,
    title: 'Коротко о главном',
    text: 'В Сочи из-за шторма закрыты пляжи. Центробанк сохранил ключевую ставку на прежнем уровне. Таможенники в аэропорту нашли в багаже пассажира трёх черепах. Новый процессор Intel поступил в продажу. Сборная проиграла товарищеский матч. Цены на огурцы за неделю выросли на десять процентов.',
  },
  {
    language: 'por',
    topic: undefined,
    title: 'Resumo do dia',
    text: 'A greve dos metroviários entrou no terceiro dia em São Paulo. O dólar fechou em queda. A fabricante de chips Micron anunciou lucro recorde. A prefeitura proibiu garrafas de vidro no carnaval. Um incêndio atingiu um mercado em Salvador. A seleção feminina venceu por dois a zero.',
  },
  {
    language: 'ita',
    topic: 'domestic_alternative',
    title: 'In breve',
    text: 'Sciopero dei treni venerdì dalle nove alle diciassette. Maltempo in Liguria, chiuse due scuole. L’Europa finanzia un processore sovrano per i supercomputer al posto di quelli americani. La nazionale perde a Oslo. Il prezzo del caffè al bar supera un euro e trenta in tutte le città del nord.',
  },
  {
    language: 'ita',
    topic: undefined,
    title: 'In breve',
    text: 'Sciopero dei treni venerdì dalle nove alle diciassette. Maltempo in Liguria, chiuse due scuole. Un processore più veloce per i nuovi portatili di Apple. Vietati i monopattini in centro. La nazionale perde a Oslo. Il prezzo del caffè al bar supera un euro e trenta in tutte le città del nord.',
  },
];
