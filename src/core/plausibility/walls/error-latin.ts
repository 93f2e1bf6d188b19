/** Error pages that answer 200, in the European languages of the Latin alphabet and Turkish. `=` marks a whole title; the other lines are parts of sentences. */
export const ERROR_LATIN = `
# en
= 403
= 403 forbidden
= 404
= 404 error
= 404 not found
= 429 too many requests
= 500 internal server error
= 502 bad gateway
= 503 service temporarily unavailable
= 503 service unavailable
= 504 gateway time-out
= access denied
= access forbidden
= article not found
= bad gateway
= bad request
= blocked
= content unavailable
= error
= error 404
= forbidden
= internal server error
= maintenance
= not found
= oops
= page cannot be found
= page not found
= page not found (404)
= page unavailable
= request blocked
= service unavailable
= site maintenance
= something went wrong
= temporarily unavailable
= too many requests
= unauthorized
= unavailable for legal reasons
= under maintenance
access denied
access is denied
access to this resource
an error has occurred
an error occurred
back to the home
can't find that page
could not find the page
couldn't find that page
couldn't find the page
down for maintenance
error code
go to homepage
has been blocked
has been removed
has expired
internal server error
no longer available
no longer exists
not available in your country
not available in your location
not available in your region
page can't be found
page cannot be found
page could not be found
page does not exist
page doesn't exist
page not found
page you are looking for
page you requested
page you were looking for
reference number
return to the home
scheduled maintenance
service unavailable
something went wrong
temporarily unavailable
too many requests
try again later
unexpected error
you do not have permission
you don't have permission
you have been blocked
# fr
= acces interdit
= acces refuse
= erreur
= erreur 404
= maintenance
= oups
= page introuvable
= page non trouvee
= service indisponible
acces refuse
n'est plus disponible
n'existe pas
n'existe plus
page demandee
page introuvable
page non trouvee
page que vous cherchez
page que vous recherchez
pas disponible dans votre pays
reessayer plus tard
reessayez plus tard
retour a l'accueil
temporairement indisponible
une erreur est survenue
une erreur s'est produite
vous avez ete bloque
# de
= artikel nicht gefunden
= fehler
= fehler 404
= hoppla
= nicht verfugbar
= seite nicht gefunden
= wartungsarbeiten
= zugriff nicht moglich
= zugriff verweigert
ein fehler ist aufgetreten
existiert nicht
existiert nicht mehr
gesuchte seite
gewunschte seite
in ihrem land nicht verfugbar
ist ein fehler aufgetreten
keine berechtigung
nicht mehr verfugbar
seite konnte nicht gefunden
seite nicht gefunden
seite wurde nicht gefunden
spater erneut
spater noch einmal
vorubergehend nicht
wartungsarbeiten
wurde gesperrt
wurden blockiert
zugriff verweigert
zur startseite
# es
= acceso denegado
= en mantenimiento
= error 404
= no encontrado
= pagina no encontrada
= servicio no disponible
acceso denegado
en mantenimiento
ha ocurrido un error
ha sido bloquead
intentalo de nuevo mas tarde
intentelo mas tarde
no esta disponible en tu pais
no existe o
no tienes permiso
pagina no encontrada
pagina no existe
pagina que busca
pagina que buscas
pagina solicitada
se ha producido un error
temporalmente no disponible
volver a la portada
volver al inicio
ya no esta disponible
ya no existe
# it
= accesso negato
= errore
= errore 404
= manutenzione
= pagina non trovata
= servizio non disponibile
accesso negato
e stato bloccato
non disponibile nel tuo paese
non e piu disponibile
non esiste
non hai i permessi
pagina che cerchi
pagina che stai cercando
pagina non trovata
pagina richiesta
riprova piu tardi
si e verificato un errore
temporaneamente non
torna alla home
# pt
= acesso negado
= em manutencao
= erro
= erro 404
= pagina nao encontrada
= servico indisponivel
acesso negado
em manutencao
foi bloquead
ja nao esta disponivel
nao disponivel no seu pais
nao esta mais disponivel
nao existe
nao tem permissao
ocorreu um erro
pagina nao encontrada
pagina que procura
pagina que voce procura
pagina solicitada
temporariamente indisponivel
tente novamente mais tarde
voltar a pagina inicial
voltar para a pagina inicial
# nl
= fout
= foutmelding
= niet gevonden
= oeps
= onderhoud
= pagina niet gevonden
= toegang geweigerd
bestaat niet
er ging iets mis
er is iets misgegaan
geen toegang
is een fout opgetreden
is geblokkeerd
naar de homepage
niet beschikbaar in jouw land
niet meer beschikbaar
pagina die je zoekt
pagina die u zoekt
pagina is niet gevonden
pagina kan niet worden gevonden
pagina niet gevonden
probeer het later
tijdelijk niet beschikbaar
toegang geweigerd
# pl
= blad
= blad 404
= brak dostepu
= dostep zabroniony
= nie znaleziono
= nie znaleziono strony
= przerwa techniczna
= strona nie znaleziona
brak dostepu
chwilowo niedostepn
nie istnieje
nie jest juz dostepn
nie znaleziono strony
odmowa dostepu
prace konserwacyjne
przerwa techniczna
sprobuj ponownie pozniej
strona nie istnieje
strona nie zostala znaleziona
strony nie znaleziono
strony, ktorej szukasz
wroc na strone glowna
wystapil blad
zostal zablokowany
# tr
= bakim calismasi
= bulunamadi
= erisim engellendi
= erisim reddedildi
= hata
= hata 404
= sayfa bulunamadi
ana sayfaya don
aradiginiz sayfa
artik mevcut degil
bakim calismasi
bir hata olustu
daha sonra tekrar deneyin
engellendiniz
erisim engellendi
erisim reddedildi
gecici olarak
izniniz yok
sayfa bulunamadi
sayfa mevcut degil
`;
