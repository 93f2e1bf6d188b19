/** Pages that say that the article is elsewhere. `=` marks a whole title; the other lines are parts of sentences. */
export const MOVED = `
# en
is sending you to
= 301 moved permanently
= 302 found
= document moved
= leaving
= moved
= moved permanently
= object moved
= page has moved
= page moved
= redirect
= redirect notice
= redirecting
= redirecting you
= this page has moved
= you are being redirected
= you are leaving
being redirected
click here if
click here to continue
document has moved
if you are not redirected
moved permanently
object moved
page has been moved
page has moved
redirected automatically
redirecting you
site has moved
update your bookmarks
we have moved
we've moved
you are being redirected
you are leaving
you will be redirected
# fr
a changé d'adresse
vous allez être redirigé
= page deplacee
= redirection
= redirection en cours
a demenage
cette page a ete deplacee
cliquez ici pour continuer
page a change d'adresse
redirection en cours
si vous n'etes pas redirige
vous allez etre redirige
# de
= seite verschoben
= sie werden weitergeleitet
= umleitung
= weiterleitung
falls sie nicht
klicken sie hier, um
seite ist umgezogen
seite wurde verschoben
sie werden weitergeleitet
sind umgezogen
werden automatisch weitergeleitet
# es
= pagina movida
= redireccion
= redireccionando
= redirigiendo
esta pagina se ha movido
haz clic aqui para continuar
nos hemos mudado
pagina ha cambiado
pagina ha sido movida
sera redirigido
seras redirigido
si no eres redirigido
# it
= pagina spostata
= reindirizzamento
= reindirizzamento in corso
ci siamo trasferiti
clicca qui per continuare
pagina e stata spostata
sarai reindirizzato
se non vieni reindirizzato
verrai reindirizzato
# pt
= a redirecionar
= pagina movida
= redirecionando
clique aqui para continuar
mudamos de endereco
pagina foi movida
pagina mudou
se nao for redirecionado
sera redirecionado
voce sera redirecionado
# nl
= doorverwijzing
= je wordt doorgestuurd
= pagina verplaatst
= u wordt doorgestuurd
klik hier om door te gaan
pagina is verhuisd
pagina is verplaatst
wordt doorgestuurd
wordt doorverwezen
zijn verhuisd
# pl
= przekierowanie
= przekierowywanie
= strona przeniesiona
kliknij tutaj, aby
nastapi przekierowanie
przenieslismy sie
strona zostala przeniesiona
zostaniesz przekierowany
# tr
adresimize taşındık
saniye içinde yönlendirileceksiniz
= sayfa tasindi
= yonlendiriliyor
= yonlendiriliyorsunuz
adresimiz degisti
devam etmek icin tiklayin
sayfa tasindi
sayfa tasinmistir
yonlendirileceksiniz
yonlendiriliyorsunuz
# ru
= переадресация
= перенаправление
= переход по ссылке
= страница перемещена
вы будете перенаправлены
если вас не перенаправ
мы переехали
нажмите здесь, чтобы
перехода по ссылке
саит переехал
страница переехала
страница перемещена
# ar
= إعادة توجيه
= تم نقل الصفحة
= جار إعادة التوجيه
= جاري إعادة التوجيه
إعادة توجيهك
انتقلنا إلى
انقر هنا للمتابعة
تم نقل الصفحة
تم نقل هذه الصفحة
سيتم تحويلك
# hi
= पेज स्थानांतरित
= रीडायरेक्ट
= रीडायरेक्ट हो रहा है
जारी रखने के लिए यहां क्लिक
पुनर्निर्देशित
पृष्ठ स्थानांतरित
पेज स्थानांतरित
रीडायरेक्ट किया जा
# vi
= chuyen huong
= trang đa chuyen
= đang chuyen huong
nhap vao đay đe
trang nay đa chuyen
trang đa đuoc chuyen
đa chuyen sang đia chi
đang chuyen huong
đuoc chuyen huong
# zh
= 正在跳转
= 正在重新导向
= 跳转
= 重定向
= 重新导向
= 页面已移动
= 页面跳转
即将离开
如果没有自动
将被重定向
正在跳转
点击此处继续
点击这里
网址已变更
网址已更换
网站已搬
网页已移动
自动跳转
重新导向
页面已移动
页面跳转
# ja
= ページ移動
= リダイレクト
= リダイレクト中
= 移転のお知らせ
= 転送中
こちらをクリック
サイトは移転
ページは移動
リダイレクトし
切り替わらない
移動しない場合
移転しました
自動的にジャンプ
自動的に移動
自動的に転送
# ko
= 리디렉션
= 이동 중
= 주소 변경 안내
= 페이지 이동
리디렉션
여기를 클릭
이동하지 않으면
이전되었습니다
자동으로 이동
주소가 변경
페이지가 이동
`;
