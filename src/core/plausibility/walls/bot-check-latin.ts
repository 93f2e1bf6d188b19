/** Pages that check whether a person reads, in languages of the Latin alphabet. `=` marks a whole title; the other lines are parts of sentences. */
export const BOT_CHECK_LATIN = `
# en
= access to this page has been denied
= are you a human
= are you a robot
= are you human
= attention required
= attention required! | cloudflare
= bot verification
= browser check
= captcha
= captcha check
= checking your browser
= checking your browser before accessing
= client challenge
= ddos protection
= ddos-guard
= human verification
= just a moment
= one moment
= one moment, please
= pardon our interruption
= please wait
= please wait a moment
= robot check
= robot or human
= security check
= security checkpoint
= security verification
= verify you are human
= verifying your browser
are not a robot
are you a robot
automated access
automated requests
check your browser
checking if the site connection is secure
checking your browser
complete the captcha
complete the security check
confirm you are human
i am not a robot
i'm not a robot
it may take a few seconds
needs to review the security of your connection
press & hold
press and hold
prove you are human
ray id
redirect to your requested content
solve the captcha
solve this captcha
suspicious activity
this may take a few seconds
this process is automatic
unusual traffic
verify that you are human
verify you are human
verify you are not a robot
verifying you are human
your browser is being checked
# fr
= etes-vous un robot
= un instant
= un instant, s'il vous plait
= verification
= verification de securite
= veuillez patienter
confirmez que vous etes humain
pas un robot
quelques secondes
resoudre le captcha
trafic inhabituel
verification de votre navigateur
verifier que vous etes humain
verifier que vous n'etes pas un robot
verifions votre navigateur
veuillez patienter
votre navigateur est en cours
# de
= bitte warten
= bitte warten sie
= einen moment
= einen moment bitte
= sicherheitsprufung
= sicherheitsuberprufung
= sind sie ein mensch
= sind sie ein roboter
automatisierte anfragen
automatisierte zugriffe
bestatigen sie, dass sie ein mensch
bitte warten sie einen moment
browser wird gepruft
dass sie ein mensch sind
ihr browser wird uberpruft
kein roboter
losen sie das captcha
uberprufung ihres browsers
ungewohnlichen datenverkehr
ungewohnlicher datenverkehr
wenige sekunden
# es
= comprobacion de seguridad
= eres un robot
= espera un momento
= espere un momento
= por favor espere
= un momento
= un momento, por favor
= verificacion de seguridad
actividad inusual
completa el captcha
comprobando el navegador
comprobando su navegador
comprobando tu navegador
no eres un robot
no es un robot
no soy un robot
resuelve el captcha
trafico inusual
unos segundos
verifica que eres humano
verificando su navegador
verificando tu navegador
verifique que es humano
# it
= attendere prego
= attendi un momento
= controllo di sicurezza
= un attimo
= un momento
= verifica di sicurezza
alcuni secondi
completa il captcha
controllo del browser
non sei un robot
non sono un robot
qualche secondo
stiamo verificando
traffico anomalo
traffico insolito
verifica che sei umano
verifica del browser
verifica di essere umano
# pt
= aguarde
= aguarde um momento
= so um momento
= um momento
= um momento, por favor
= verificacao de seguranca
a verificar o seu navegador
alguns segundos
complete o captcha
confirme que e humano
confirme que voce e humano
nao e um robo
nao sou um robo
resolva o captcha
trafego incomum
verificando o seu navegador
verificando seu navegador
verifique que voce e humano
# nl
= ben je een mens
= ben je een robot
= beveiligingscontrole
= een ogenblik
= een ogenblik geduld
= even geduld
= even geduld a.u.b
bevestig dat je een mens
bevestig dat u een mens
browser controleren
controleren van je browser
een paar seconden
enkele seconden
geen robot
je browser wordt gecontroleerd
los de captcha
ongebruikelijk verkeer
uw browser wordt gecontroleerd
# pl
= chwileczke
= jeszcze chwila
= prosze czekac
= sprawdzanie przegladarki
= weryfikacja
= weryfikacja bezpieczenstwa
kilka sekund
nie jestem robotem
nie jestes robotem
nietypowy ruch
potwierdz, ze jestes czlowiekiem
rozwiaz captcha
sprawdzamy twoja przegladarke
sprawdzanie przegladarki
twoja przegladarka jest sprawdzana
ze jestes czlowiekiem
# tr
= bir dakika
= bir dakika lutfen
= guvenlik dogrulamasi
= guvenlik kontrolu
= lutfen bekleyin
= robot musunuz
birkac saniye
captcha'yi coz
insan oldugunuzu
olagan disi trafik
olagandisi trafik
robot degilim
robot olmadiginizi
tarayiciniz dogrulaniyor
tarayiciniz kontrol ediliyor
# vi
= cho mot chut
= kiem tra bao mat
= vui long cho
= vui long đoi
= xac minh bao mat
= xin cho
ban la con nguoi
giai ma captcha
khong phai la robot
khong phai robot
kiem tra trinh duyet cua ban
luu luong bat thuong
luu luong truy cap bat thuong
vai giay
xac minh ban la con nguoi
đang kiem tra trinh duyet
`;
