/** What consent platforms say of their vendors, and pages that have readers pay or consent. `=` marks a whole title; the other lines are parts of sentences. */
export const VENDORS = `
# en
= consent or pay
agree and close
by clicking agree
consent or pay
cookies or similar technologies
disagree and close
managing your options below
on the basis of legitimate interest
our vendors
pay to reject
process your data
subscribe without ads
# de
akzeptieren oder
mit personalisierter werbung
mit werbung nutzen
nutzungsanalyse
ohne werbung
pur-abo
werbefrei lesen
werbetracking
zustimmen & weiter
zustimmen & weiterlesen
zustimmen oder
# fr
accepter et fermer
accepter ou s'abonner
continuer sans publicité
dépôt de cookies
dépôt de traceurs
paramétrer vos choix
# es
aceptar o suscribirse
almacenamos y accedemos
aceptar y cerrar
configurar cookies
rechazar y suscribirme
# it
accetta o abbonati
archiviamo informazioni
i nostri fornitori
rifiuta e abbonati
# pt
aceitar ou assinar
armazenamos e/ou acedemos
armazenamos ou acessamos
gerir opções
# nl
akkoord en doorgaan
afstemmen van advertenties
mijn keuzes
voorkeuren aanpassen
# pl
przechowujemy informacje na urządzeniu
uzyskujemy do nich dostęp
wyrażam zgodę
zgadzam się
# tr
kabul ediyorum
cihazınızdaki bilgileri
# ru
файлам cookie
файлы cookie
храним информацию на устройстве
# uk
ваша конфіденційність
зберігаємо інформацію на пристрої
файли cookie
файлів cookie
# ar
تخزين المعلومات على جهاز
# hi
कुकीज़ का उपयोग
सभी स्वीकार करें
# vi
chấp nhận tất cả
thông tin trên thiết bị
# zh
您的设备上存储
存储信息
管理选项
# ja
端末の情報
設定を管理
# ko
기기에 정보를
옵션 관리
# id
data pribadi
menyimpan dan mengakses informasi
mitra kami
`;
