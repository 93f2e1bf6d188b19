/** Pages by which services refuse a reader as a robot, in many languages. `=` marks a whole title; the other lines are parts of sentences. */
export const BLOCKED = `
# en
= access denied
= access to this page has been blocked
= blocked
= please verify you are a human
= request blocked
= request rejected
= request unsuccessful
= sorry, you have been blocked
= the request could not be satisfied
= you have been blocked
access to this page has been denied
be a human
because of a network security
because we believe you are using automation tools
blocked by network security
blocked by our security
checking your connection
disable any ad blocker
don't have permission to access
enable cookies and reload
error reference number
google's terms of service
incapsula incident
incident id
made us think you were a bot
performing security verification
please enable js
please stand by
protect itself from online attacks
request could not be satisfied
request was blocked
requested url was rejected
reference #
security of your connection
security service to protect
super-human speed
support id is
think you might be a robot
unusual activity from your
unusual activity from your computer network
verify that you're not a robot
you have been blocked
your ip address has been blocked
your request has been blocked
your request was blocked
# de
automatisierten zugriff
die sicherheit ihrer verbindung
ihr zugriff wurde blockiert
ihre anfrage wurde blockiert
sicherheitsüberprüfung wird durchgeführt
ungewöhnliche aktivität
vorübergehend eingeschränkt
zugriff wurde verweigert
# fr
= accès temporairement restreint
= accès refusé
activité inhabituelle
la sécurité de votre connexion
un robot est peut-être
votre accès a été bloqué
votre demande a été bloquée
vous avez été bloqué
# es
actividad inusual
ha sido bloqueado
la seguridad de su conexión
su acceso ha sido bloqueado
tu acceso ha sido bloqueado
# it
accesso temporaneamente limitato
attività insolita
la sicurezza della connessione
sei stato bloccato
# pt
a segurança da sua conexão
a segurança da sua ligação
acesso foi bloqueado
atividade incomum
você foi bloqueado
# nl
de beveiliging van je verbinding
de beveiliging van uw verbinding
je bent geblokkeerd
ongebruikelijke activiteit
u bent geblokkeerd
# pl
bezpieczeństwo połączenia
nietypową aktywność
twój dostęp został zablokowany
zostałeś zablokowany
# tr
bağlantınızın güvenliğini
engellendiniz
erişiminiz engellendi
olağan dışı etkinlik
# ru
безопасность вашего подключения
ваш доступ заблокирован
вы заблокированы
вы не робот
доступ к этой странице запрещён
доступ к этой странице запрещен
подозрительную активность
подозрительная активность
подтвердите, что запросы
# uk
ваш доступ заблоковано
підозрілу активність
перевіряємо ваш браузер
що ви не робот
# ar
أنك إنسان
تم حظرك
تم حظر وصولك
لست روبوت
نشاط غير عادي
# hi
असामान्य गतिविधि
आप इंसान हैं
आपको ब्लॉक कर
आप रोबोट नहीं
# vi
bạn đã bị chặn
hoạt động bất thường
quyền truy cập của bạn đã bị chặn
# zh
您已被阻止
您的访问被阻断
您的访问被拒绝
异常流量
异常访问
连接的安全性
验证您是真人
# ja
アクセスが拒否されました
アクセスをブロック
ロボットではない
接続のセキュリティ
通常と異なるアクセス
# ko
비정상적인 접근
비정상적인 트래픽
연결 보안을
접근이 차단
차단되었습니다
# id
= tunggu sebentar
bahwa anda bukan robot
bahwa anda manusia
`;
