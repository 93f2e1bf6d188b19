/** Pages of a meter or a paid wall, in the languages that walls are known in. `=` marks a whole title; the other lines are parts of sentences. */
export const METERED = `
# en
already a subscriber
already subscribed
article limit
continue reading with a subscription
free article limit
free articles left
free articles remaining
free articles this month
get unlimited access
limit of free articles
read the rest of this article
reached your limit
start your free trial
subscribe now for
subscribe to unlock
subscriber-only content
this article is for subscribers
this content is for members
this content is for subscribers
this is a premium article
to continue reading
to read the full article
to read this article
unlimited access
unlock this article
your free articles
# de
abo abschließen
als abonnent
artikel freischalten
bereits ein abo
bereits plus-mitglied
dieser artikel ist kostenpflichtig
digital-abo
haben sie bereits ein abo
jetzt weiterlesen
kostenlosen artikel
kostenlosen artikeln
mit einem abo
probeabo
sie haben bereits ein abo
sie lesen einen plus-artikel
weiterlesen mit
# fr
abonnez-vous à partir
accès illimité
article réservé
article est réservé
articles gratuits
débloquer cet article
déjà abonné
il vous reste
la suite est réservée
lire la suite de cet article
pour lire la suite
poursuivre votre lecture
profitez d'un accès
# es
acceso ilimitado
artículos gratis
artículos gratuitos
contenido exclusivo para suscriptores
hazte suscriptor
para seguir leyendo
seguir leyendo
ya eres suscriptor
# it
accesso illimitato
articoli gratuiti
continua a leggere con
contenuto è riservato
per continuare a leggere
questo articolo è riservato
sblocca l'articolo
# pt
acesso ilimitado
artigos gratuitos
conteúdo exclusivo para assinantes
limite de artigos
matérias gratuitas
para continuar a ler
para continuar lendo
para ler este artigo
# nl
artikelen gratis
gratis artikelen
je hebt een abonnement nodig
lees verder met
onbeperkt lezen
onbeperkt toegang
om verder te lezen
voor abonnees
# pl
aby czytać dalej
artykuł dostępny tylko dla
bezpłatnych artykułów
darmowych artykułów
kup dostęp
masz już prenumeratę
masz już subskrypcję
nieograniczony dostęp
pozostało ci
# tr
abone olun
abonelere ozel
uyelere ozel
makale sınırına
okumaya devam etmek için
sınırsız erişim
ücretsiz haber
ücretsiz makale
# ru
безлимитный доступ
бесплатные статьи
бесплатных статей
доступно по подписке
доступен по подписке
материал доступен подписчикам
оформите подписку
уже есть подписка
уже подписаны
чтобы читать дальше
чтобы продолжить чтение
# uk
безкоштовні статті
безкоштовних статей
доступно за передплатою
оформіть передплату
щоб читати далі
# ar
الاشتراك لمتابعة القراءة
اشترك لمواصلة القراءة
المقالات المجانية
لمتابعة القراءة
مشترك بالفعل
هذا المحتوى للمشتركين
# hi
असीमित पहुंच
आगे पढ़ने के लिए
पहले से सदस्य
मुफ्त लेख
मुफ़्त लेख
सदस्यता लेकर
# vi
bài viết miễn phí
bạn đã là thuê bao
để đọc tiếp
đọc không giới hạn
nội dung dành cho thuê bao
# zh
付费内容
付费阅读
免费文章
免费阅读
开通会员
成为会员
本文为付费
立即订阅
继续阅读全文
订阅即可
阅读全文请
# ja
会員の方は
会員登録すると
有料記事
有料会員に登録
残りの無料記事
無料記事
無料体験
続きを読むには
続きをお読み
# ko
구독하시면
구독하고 계속
무료 기사
유료 기사
유료 회원
이미 구독
이미 회원
전문을 보시려면
# id
artikel gratis
berlangganan untuk membaca
sudah berlangganan
untuk melanjutkan membaca
`;
