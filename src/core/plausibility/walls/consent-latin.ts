/** Pages that ask for consent to cookies and tracking, in the European languages of the Latin alphabet and Turkish. `=` marks a whole title; the other lines are parts of sentences. */
export const CONSENT_LATIN = `
# en
= before we continue
= before you continue
= before you continue to
= consent
= cookie consent
= cookie notice
= cookie policy
= cookie settings
= cookies
= cookies required
= manage consent
= manage your consent
= please enable cookies
= privacy notice
= privacy preference center
= privacy settings
= we care about your privacy
= we value your privacy
= your data, your choice
= your privacy
= your privacy choices
= your privacy, your choice
accept all cookies
accept and continue
accept cookies
agree and continue
audience measurement
consent to the use
cookies and similar
cookies are disabled
enable cookies
give your consent
legitimate interest
list of partners
manage privacy settings
manage your privacy
our partners
partners store
personalised ads
personalised content
personalized ads
personalized content
privacy settings
process personal data
read without advertising
reject all cookies
store and access information on
store and/or access information
combinations of data from different sources
link different devices
match and combine data
profiles to personalise
store or access information
use cookies
uses cookies
withdraw consent
withdraw your consent
without ads and tracking
without advertising and tracking
your privacy choices
# fr
= avant de continuer
= consentement
= gestion des cookies
= parametres des cookies
= respect de votre vie privee
= vos choix en matiere de confidentialite
= votre vie privee
acceder a des informations
accepter et continuer
accepter les cookies
activer les cookies
continuer sans accepter
cookies et technologies
donnees personnelles
interet legitime
nos partenaires
parametrer les cookies
publicites personnalisees
retirer votre consentement
stocker et/ou acceder
tout accepter
utilise des cookies
utilisent des cookies
utilisons des cookies
vos choix
votre consentement
# de
= bevor sie fortfahren
= cookie-einstellungen
= cookies und tracking
= datenschutz-einstellungen
= datenschutzeinstellungen
= einwilligung
= ihre privatsphare
= mit werbung weiterlesen
= privatsphare-einstellungen
= weiter mit werbung
= zustimmung
akzeptieren und weiter
alle ablehnen
alle akzeptieren
auf einem gerat speichern
berechtigtes interesse
cookies aktivieren
cookies akzeptieren
cookies zulassen
datenschutzeinstellungen
einwilligung widerrufen
ihre einwilligung
ihre zustimmung
jederzeit widerrufen
mit werbung weiterlesen
nutzen cookies
ohne werbetracking
personalisierte anzeigen
personalisierte werbung
personenbezogene daten
unsere partner
verwenden cookies
verwendet cookies
werbung und tracking
zustimmen und weiter
zustimmung widerrufen
# es
= antes de continuar
= aviso de cookies
= configuracion de cookies
= configuracion de privacidad
= consentimiento
= su privacidad
= tu privacidad
= tu privacidad es importante
aceptar cookies
aceptar todo
aceptar y continuar
almacenar o acceder
anuncios personalizados
continuar sin aceptar
datos personales
habilitar las cookies
interes legitimo
nuestros socios
preferencias de privacidad
publicidad personalizada
rechazar todo
retirar el consentimiento
su consentimiento
tu consentimiento
usamos cookies
utiliza cookies
utilizamos cookies
# it
= consenso
= impostazioni privacy
= impostazioni sui cookie
= informativa sui cookie
= la tua privacy
= la tua privacy e importante
= prima di continuare
abilita i cookie
accetta e continua
accetta i cookie
accetta tutti
annunci personalizzati
archiviare informazioni
continua senza accettare
dati personali
il tuo consenso
legittimo interesse
nostri partner
preferenze sui cookie
pubblicita personalizzata
revocare il consenso
rifiuta tutti
utilizza cookie
utilizziamo cookie
utilizziamo i cookie
# pt
= a sua privacidade
= antes de continuar
= configuracoes de cookies
= configuracoes de privacidade
= consentimento
= definicoes de cookies
= sua privacidade
aceitar cookies
aceitar e continuar
aceitar e fechar
aceitar todos
anuncios personalizados
ativar os cookies
dados pessoais
interesse legitimo
nossos parceiros
politica de cookies
publicidade personalizada
rejeitar todos
retirar o consentimento
seu consentimento
usamos cookies
utiliza cookies
utilizamos cookies
# nl
= cookie-instellingen
= cookies
= jouw keuzes
= jouw privacy
= privacy-instellingen
= privacyinstellingen
= toestemming
= uw keuzes
= uw privacy
= voordat je verdergaat
= voordat u verdergaat
aantal partners
accepteren en doorgaan
alles accepteren
alles weigeren
cookies accepteren
cookies inschakelen
druk op akkoord
gebruiken cookies
gebruikt cookies
gepersonaliseerde advertenties
gerechtvaardigd belang
jouw toestemming
onze partners
op akkoord
persoonsgegevens
plaatsen cookies
toestemming intrekken
uw toestemming
vergelijkbare technieken
zonder advertenties
# pl
= szanujemy twoja prywatnosc
= twoja prywatnosc
= ustawienia plikow cookie
= ustawienia prywatnosci
= zanim przejdziesz dalej
= zgoda
akceptuj i przejdz
akceptuje wszystkie
dane osobowe
danych osobowych
nasi partnerzy
naszych partnerow
pliki cookie
plikow cookie
plikow cookies
przejdz do serwisu
spersonalizowane reklamy
twoja zgoda
uzasadniony interes
wlacz obsluge cookies
wycofac zgode
wyrazam zgode
zaakceptuj wszystkie
zaufanych partnerow
# tr
= cerez ayarlari
= cerez politikasi
= cerez tercihleri
= devam etmeden once
= gizliliginiz
= gizlilik ayarlari
= onay
acik rizaniz
cerez kullan
cerezler kullan
cerezleri etkinlestir
cerezleri kabul
cerezleri kullan
cerezleri reddet
is ortaklarimiz
kabul et ve devam
kisisel veri
kisisellestirilmis reklam
mesru menfaat
onayinizi geri
ortaklarimiz
tumunu kabul et
`;
