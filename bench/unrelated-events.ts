/** The parts from which a report is generated, in one language. */
export interface Picked {
  readonly company: string;
  readonly place: string;
  readonly name: string;
  readonly count: string;
  readonly amount: string;
  readonly share: string;
  readonly day: string;
}

type Template = (of: Picked) => readonly [title: string, text: string];

export interface Newsroom {
  /** ISO 639-3. */
  readonly language: string;
  readonly places: readonly string[];
  readonly days: readonly string[];
  readonly events: readonly Template[];
}

const words = (list: string): string[] => list.split(',');

/** Events of the trade in eight languages: orders, seizures, warnings, licences, fires, launches, court cases. */
export const NEWSROOMS: readonly Newsroom[] = [
  {
    language: 'eng',
    places: words(
      'Singapore,Rotterdam,Busan,Hong Kong,Shenzhen,Houston,Dresden,Penang,Tokyo,Taipei,Hamburg,Shanghai,Austin',
    ),
    days: words('Monday,Tuesday,Wednesday,Thursday,Friday'),
    events: [
      (of) => [
        `${of.company} wins order from ${of.name}`,
        `${of.company} said on ${of.day} that ${of.name} had ordered ${of.count} chips for a data centre near ${of.place}. The contract is worth $${of.amount} million. Shares rose ${of.share} percent.`,
      ],
      (of) => [
        `Customs in ${of.place} find ${of.count} ${of.company} cards`,
        `Officers in ${of.place} opened a container of ${of.name} and found ${of.count} graphics cards without export papers. The goods are valued at $${of.amount} million. Two people were arrested on ${of.day}.`,
      ],
      (of) => [
        `${of.company} warns on sales as ${of.name} cuts purchases`,
        `Revenue at ${of.company} will be ${of.share} percent below plan after ${of.name} cut purchases, the company said on ${of.day}. It expects $${of.amount} million in the quarter and will slow hiring in ${of.place}.`,
      ],
      (of) => [
        `Ministry grants ${of.company} a licence for ${of.place}`,
        `The government allowed ${of.company} on ${of.day} to ship ${of.count} tools to its plant in ${of.place}. ${of.name}, a supplier, said the export restriction had cost it $${of.amount} million.`,
      ],
      (of) => [
        `Fire at ${of.name} stops ${of.company} supply`,
        `A blaze at ${of.name} in ${of.place} on ${of.day} halted parts for ${of.company}. About ${of.count} wafers were lost. The insurer puts the damage at $${of.amount} million.`,
      ],
      (of) => [
        `${of.name} head charged over ${of.company} chips`,
        `Prosecutors in ${of.place} charged the head of ${of.name} on ${of.day} with shipping ${of.count} ${of.company} processors worth $${of.amount} million to China without a licence.`,
      ],
    ],
  },
  {
    language: 'deu',
    places: words(
      'Singapur,Rotterdam,Busan,Hongkong,Shenzhen,Houston,Dresden,Penang,Tokio,Taipeh,Hamburg,Shanghai',
    ),
    days: words('Montag,Dienstag,Mittwoch,Donnerstag,Freitag'),
    events: [
      (of) => [
        `Zoll in ${of.place} findet ${of.count} Karten von ${of.company}`,
        `Zollbeamte haben am ${of.day} in ${of.place} einen Container von ${of.name} geöffnet und ${of.count} Grafikkarten ohne Ausfuhrpapiere gefunden. Die Ware ist ${of.amount} Millionen Dollar wert.`,
      ],
      (of) => [
        `${of.company} baut bei ${of.name} Stellen ab`,
        `${of.company} streicht bei der Tochter ${of.name} in ${of.place} ${of.count} Stellen, wie das Unternehmen am ${of.day} mitteilte. Der Umsatz fiel um ${of.share} Prozent auf ${of.amount} Millionen Euro.`,
      ],
      (of) => [
        `Brand bei ${of.name}: ${of.company} fehlen Teile`,
        `Nach einem Brand bei ${of.name} in ${of.place} fehlen ${of.company} Teile. ${of.count} Wafer gingen am ${of.day} verloren, der Schaden liegt bei ${of.amount} Millionen Euro.`,
      ],
    ],
  },
  {
    language: 'fra',
    places: words(
      'Singapour,Rotterdam,Busan,Hong Kong,Shenzhen,Houston,Dresde,Penang,Tokyo,Taipei,Hambourg,Shanghai',
    ),
    days: words('lundi,mardi,mercredi,jeudi,vendredi'),
    events: [
      (of) => [
        `${of.count} cartes ${of.company} saisies à ${of.place}`,
        `Les douanes ont saisi ${of.day} à ${of.place} ${of.count} cartes graphiques sans licence d'exportation dans un conteneur de ${of.name}. La marchandise vaut ${of.amount} millions de dollars.`,
      ],
      (of) => [
        `${of.company} décroche un contrat avec ${of.name}`,
        `${of.company} a annoncé ${of.day} que ${of.name} lui a commandé ${of.count} puces pour un centre de données près de ${of.place}, pour ${of.amount} millions d'euros. L'action a gagné ${of.share} %.`,
      ],
      (of) => [
        `Panne de courant chez ${of.name}, fournisseur de ${of.company}`,
        `Une panne de courant a arrêté ${of.day} l'usine de ${of.name} à ${of.place}, qui livre ${of.company}. ${of.count} plaquettes ont été perdues, soit ${of.amount} millions d'euros.`,
      ],
    ],
  },
  {
    language: 'spa',
    places: words(
      'Singapur,Róterdam,Busan,Hong Kong,Shenzhen,Houston,Dresde,Penang,Tokio,Taipéi,Hamburgo,Shanghái',
    ),
    days: words('lunes,martes,miércoles,jueves,viernes'),
    events: [
      (of) => [
        `Incautan ${of.count} tarjetas de ${of.company} en ${of.place}`,
        `La aduana incautó el ${of.day} en ${of.place} ${of.count} tarjetas gráficas sin licencia de exportación en un contenedor de ${of.name}, valoradas en ${of.amount} millones de dólares.`,
      ],
      (of) => [
        `${of.company} invertirá en ${of.place} con ${of.name}`,
        `${of.company} anunció el ${of.day} que invertirá ${of.amount} millones de euros con ${of.name} en una planta en ${of.place}, que dará trabajo a ${of.count} personas.`,
      ],
    ],
  },
  {
    language: 'rus',
    places: words(
      'Сингапуре,Роттердаме,Пусане,Гонконге,Шэньчжэне,Хьюстоне,Дрездене,Токио,Тайбэе,Гамбурге,Шанхае',
    ),
    days: words('понедельник,вторник,среду,четверг,пятницу'),
    events: [
      (of) => [
        `В ${of.place} изъяли ${of.count} видеокарт ${of.company}`,
        `Таможня в ${of.day} изъяла в ${of.place} ${of.count} видеокарт без лицензии в контейнере фирмы ${of.name}. Груз стоит ${of.amount} млн долларов.`,
      ],
      (of) => [
        `${of.company} поставит ${of.name} ${of.count} процессоров`,
        `${of.company} сообщила в ${of.day}, что поставит фирме ${of.name} ${of.count} процессоров для дата-центра в ${of.place} за ${of.amount} млн долларов.`,
      ],
    ],
  },
  {
    language: 'cmn',
    places: words('新加坡,鹿特丹,釜山,香港,深圳,休斯敦,德累斯顿,槟城,东京,台北,汉堡,上海'),
    days: words('周一,周二,周三,周四,周五'),
    events: [
      (of) => [
        `${of.place}海关查获${of.count}块${of.company}显卡`,
        `${of.place}海关${of.day}在${of.name}公司的集装箱内查获${of.count}块未申报的显卡,案值约${of.amount}万美元,两人被拘留。`,
      ],
      (of) => [
        `${of.company}获${of.name}订单`,
        `${of.company}${of.day}宣布,${of.name}为${of.place}数据中心采购${of.count}颗芯片,合同金额${of.amount}万美元,股价上涨${of.share}%。`,
      ],
      (of) => [
        `${of.name}工厂火灾影响${of.company}供货`,
        `${of.name}位于${of.place}的工厂${of.day}发生火灾,损失${of.count}片晶圆,向${of.company}的供货中断,损失约${of.amount}万美元。`,
      ],
    ],
  },
  {
    language: 'jpn',
    places: words('シンガポール,ロッテルダム,釜山,香港,深圳,ヒューストン,ドレスデン,東京,台北,上海'),
    days: words('月曜,火曜,水曜,木曜,金曜'),
    events: [
      (of) => [
        `${of.place}の税関、${of.company}製カード${of.count}枚を押収`,
        `${of.place}の税関は${of.day}日、${of.name}社のコンテナから輸出許可のない画像処理半導体${of.count}枚を押収した。${of.amount}万ドル相当という。`,
      ],
      (of) => [
        `${of.company}、${of.name}から受注`,
        `${of.company}は${of.day}日、${of.name}から${of.place}のデータセンター向けに半導体${of.count}個を受注したと発表した。契約額は${of.amount}万ドル。`,
      ],
    ],
  },
  {
    language: 'kor',
    places: words('싱가포르,로테르담,부산,홍콩,휴스턴,드레스덴,도쿄,타이베이,상하이'),
    days: words('월요일,화요일,수요일,목요일,금요일'),
    events: [
      (of) => [
        `${of.place} 세관, ${of.company} 그래픽카드 ${of.count}장 적발`,
        `${of.place} 세관은 ${of.day} ${of.name}의 컨테이너에서 수출 허가가 없는 그래픽카드 ${of.count}장을 적발했다고 밝혔다. 시가 ${of.amount}만 달러다.`,
      ],
      (of) => [
        `${of.company}, ${of.name}에서 수주`,
        `${of.company}는 ${of.day} ${of.name}이 ${of.place} 데이터센터에 쓸 반도체 ${of.count}개를 주문했다고 밝혔다. 계약액은 ${of.amount}만 달러다.`,
      ],
    ],
  },
];
