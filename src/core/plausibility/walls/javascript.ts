/** Pages that show nothing without scripts. `=` marks a whole title; the other lines are parts of sentences. */
export const JAVASCRIPT = `
# en
= browser not supported
= enable javascript
= javascript is disabled
= javascript is not available
= javascript is required
= javascript required
= please enable javascript
= unsupported browser
browser is not supported
browser is out of date
enable java script
enable javascript
javascript and cookies
javascript is disabled
javascript is not enabled
javascript is required
javascript to run this app
need to enable javascript
requires javascript
turn on javascript
unsupported browser
update your browser
without javascript
# fr
= javascript requis
activer javascript
activez javascript
javascript est desactive
javascript est necessaire
navigateur n'est pas pris en charge
necessite javascript
# de
= javascript aktivieren
= javascript erforderlich
aktivieren sie javascript
benotigt javascript
browser wird nicht unterstutzt
javascript aktivieren
javascript erforderlich
javascript ist deaktiviert
ohne javascript
# es
= activa javascript
= javascript necesario
activa javascript
activar javascript
active javascript
habilita javascript
habilite javascript
javascript esta desactivado
javascript esta deshabilitado
requiere javascript
# it
= javascript richiesto
abilita javascript
abilitare javascript
attiva javascript
javascript disattivato
javascript e disabilitato
richiede javascript
# pt
ativar o javascript
ative o javascript
habilitar javascript
habilite o javascript
javascript esta desativado
necessario javascript
requer javascript
# nl
javascript in te schakelen
javascript inschakelen
javascript is uitgeschakeld
javascript nodig
javascript staat uit
schakel javascript in
zonder javascript
# pl
javascript jest wylaczon
obslugi javascript
wlacz javascript
wlacz obsluge javascript
wlaczyc javascript
wymaga javascript
# tr
javascript devre disi
javascript etkin
javascript gerekli
javascript gerektirir
javascript'i acin
javascript'i etkinlestir
# ru
javascript выключен
javascript отключен
включите javascript
включить javascript
необходимо включить javascript
поддержка javascript
требуется javascript
# ar
javascript معطل
تفعيل javascript
تفعيل جافا سكريبت
تمكين javascript
تمكين جافا سكريبت
يتطلب javascript
# hi
javascript को सक्षम
javascript चालू
javascript सक्षम
जावास्क्रिप्ट चालू
जावास्क्रिप्ट सक्षम
# vi
bat javascript
can javascript
javascript bi vo hieu
javascript đa bi tat
kich hoat javascript
yeu cau javascript
# zh
javascript 已禁用
javascript已禁用
不支持 javascript
启用 javascript
启用javascript
开启 javascript
开启javascript
打开javascript
浏览器不支持javascript
需要 javascript
需要javascript
# ja
javascript が無効
javascript を有効
javascriptが必要
javascriptが無効
javascriptをオン
javascriptを有効
# ko
javascript가 비활성
javascript를 사용
javascript를 켜
javascript를 활성화
자바스크립트를 사용
자바스크립트를 켜
자바스크립트를 활성화
`;
