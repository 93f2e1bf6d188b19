/** Pages of what is away, under repair or not for this country, though they answer 200. `=` marks a whole title; the other lines are parts of sentences. */
export const UNAVAILABLE = `
# en
= application error
= be right back
= down for maintenance
= internal server error
= maintenance mode
= oops, that's awkward
= page has moved
= something went wrong
= under maintenance
= unavailable due to legal reasons
= unavailable for legal reasons
= we'll be back soon
= we'll be right back
access cannot be granted at this time
can't find the page you
can't seem to find the page
cannot find the page you
client-side exception
could not find the page you
couldn't find that page
couldn't find the page you
currently unavailable in most european
down for scheduled maintenance
error establishing a database connection
is not available in your country
is not available in your region
is unavailable in your country
no longer available
nothing was found at this location
not available in your location
performing some maintenance
technical difficulties
the article you are looking for
the page you are looking for
the page you requested
the page you were looking for
this article has been removed
unavailable due to legal reasons
undergoing maintenance
went wrong on our end
you may have mistyped
# de
= hoppla
aufgerufene seite existiert
artikel ist nicht mehr verfügbar
derzeit nicht erreichbar
diese seite gibt es nicht
etwas ist schiefgelaufen
ist in ihrem land nicht verfügbar
nicht mehr verfügbar
seite existiert leider nicht
seite konnte nicht gefunden
seite wurde nicht gefunden
wartungsarbeiten
# fr
= oups
cette page n'existe
en cours de maintenance
est introuvable
n'est pas disponible dans votre pays
n'est plus disponible
page que vous cherchez
page que vous recherchez
page demandée
semble introuvable
une erreur est survenue
# es
= vaya
algo ha salido mal
en mantenimiento
no está disponible en su país
no está disponible en tu país
página que busca
página que buscas
ya no está disponible
# it
= ops
non è più disponibile
manutenzione in corso
pagina che cerchi
pagina che stai cercando
pagina richiesta non
qualcosa è andato storto
# pt
algo deu errado
conteúdo que procura
conteúdo que você procura
em manutenção
já não está disponível
não está mais disponível
página que procura
página que você procura
página que você está procurando
# nl
er ging iets mis
er is iets misgegaan
in onderhoud
niet meer beschikbaar
pagina die je zoekt
pagina die u zoekt
pagina bestaat niet
# pl
coś poszło nie tak
nie jest już dostępna
nie jest już dostępny
prace konserwacyjne
przerwa techniczna
strona, której szukasz
strony, której szukasz
# tr
aradığınız içerik
aradığınız sayfa
bakım çalışması
bir şeyler ters gitti
sayfa bulunamadı
# ru
больше не доступна
запрашиваемая страница
запрошенная страница
материал удалён
материал удален
страница не найдена
страница, которую вы ищете
такой страницы не существует
технические работы
что-то пошло не так
# uk
не знайдено
сторінка, яку ви шукаєте
сторінку, яку ви шукаєте
такої сторінки не існує
# ar
أعمال الصيانة
الصفحة التي تبحث عنها
الصفحة المطلوبة
حدث خطأ ما
غير متوفر في بلدك
# hi
कुछ गलत हो गया
पेज को खोज रहे
पेज मौजूद नहीं
पृष्ठ नहीं मिला
मौजूद नहीं है या हटा
# vi
đã xảy ra lỗi
đang bảo trì
không tìm thấy trang
trang bạn tìm kiếm
trang bạn yêu cầu
# zh
出错了
您访问的页面
您要查找的页面
您要找的页面
服务器维护
系统维护
页面不存在
页面找不到
# ja
お探しのページ
ご利用いただけません
サービスを一時停止
ページが見つかりません
メンテナンスのため
問題が発生しました
# ko
서비스 점검
요청하신 페이지
찾으시는 페이지
페이지를 찾을 수 없
# id
halaman tidak ditemukan
halaman yang anda cari
sedang dalam perbaikan
`;
