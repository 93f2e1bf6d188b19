/** Pages that ask for a login, a registration or a subscription, in languages of the Latin alphabet. `=` marks a whole title; the other lines are parts of sentences. */
export const LOGIN_LATIN = `
# en
= create an account
= create your account
= log in
= log in to continue
= login
= members only
= register
= registration
= sign in
= sign in to continue
= sign in to your account
= sign up
= subscribe
= subscribe to continue
= subscribers only
= subscription required
already a subscriber
already have an account
create a free account
create an account
do not have an account
don't have an account
forgot password
forgot your password
keep me signed in
log in to continue
log in to read
log in to your account
log in with your
members only
register to continue
register to read
remember me
reset your password
sign in to continue
sign in to read
sign in to your account
sign in with your
subscribe to continue
subscribe to read
# fr
= abonnez-vous
= connectez-vous
= connexion
= creer un compte
= identifiez-vous
= inscription
= mon compte
= se connecter
abonnez-vous pour
connectez-vous
creer un compte
creez un compte
creez votre compte
deja abonne
identifiez-vous
mot de passe oublie
pas encore de compte
pas encore inscrit
reserve aux abonnes
se connecter
# de
= anmelden
= anmeldung
= einloggen
= jetzt abonnieren
= login
= mein konto
= registrieren
= registrierung
angemeldet bleiben
bereits abonnent
bereits registriert
bitte anmelden
bitte loggen sie sich
bitte melden sie sich an
jetzt anmelden
jetzt registrieren
kennwort vergessen
konto erstellen
melden sie sich an
noch kein konto
nur fur abonnenten
passwort vergessen
um weiterzulesen
# es
= acceder
= acceso
= crear cuenta
= inicia sesion
= iniciar sesion
= registrate
= registro
= suscribete
crea una cuenta
crear una cuenta
has olvidado tu contrasena
inicia sesion
iniciar sesion
inicie sesion
no tienes cuenta
olvidaste tu contrasena
olvido su contrasena
registrate para
solo para suscriptores
suscribete para
ya eres suscriptor
ya tienes cuenta
# it
= abbonati
= accedi
= accesso
= area riservata
= login
= registrati
abbonati per
accedi al tuo account
accedi per
contenuto riservato agli abbonati
crea un account
effettua il login
effettua l'accesso
hai dimenticato la password
hai gia un account
non hai un account
password dimenticata
registrati per
sei gia abbonato
# pt
= acesse sua conta
= assine
= cadastre-se
= entrar
= fazer login
= iniciar sessao
= registe-se
cadastre-se para
criar uma conta
crie uma conta
esqueceu a senha
esqueceu sua senha
esqueceu-se da palavra-passe
esqueci minha senha
exclusivo para assinantes
faca login
fazer login
iniciar sessao
inicie sessao
ja e assinante
ja tem conta
ja tem uma conta
nao tem uma conta
# nl
= aanmelden
= account aanmaken
= inloggen
= mijn account
= registreren
al abonnee
alleen voor abonnees
heb je al een account
inloggen om
log in met je
log in om
maak een account
meld je aan
nog geen account
wachtwoord vergeten
word abonnee
# pl
= logowanie
= rejestracja
= twoje konto
= zaloguj
= zaloguj sie
= zarejestruj sie
masz juz konto
nie masz konta
nie pamietasz hasla
tylko dla prenumeratorow
tylko dla subskrybentow
wykup dostep
zaloguj sie
zaloz konto
zapomniales hasla
zarejestruj sie
# tr
= abone ol
= giris yap
= kayit ol
= oturum ac
= uye girisi
= uye ol
giris yapin
giris yapmalisiniz
hesabiniz var mi
hesabiniz yok mu
kaydolun
okumaya devam etmek icin
oturum acin
oturum acmaniz
sifremi unuttum
sifrenizi mi unuttunuz
uye olun
yalnizca abonelere
# vi
= dang nhap
= tai khoan
= đang ky
= đang nhap
chua co tai khoan
danh cho thanh vien
danh rieng cho thue bao
hay đang nhap
quen mat khau
tao tai khoan
vui long đang nhap
đa co tai khoan
đang ky đe
đang nhap đe
`;
