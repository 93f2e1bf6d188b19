/** Pages that ask for consent to cookies and tracking, in Vietnamese and in other alphabets. `=` marks a whole title; the other lines are parts of sentences. */
export const CONSENT_OTHER = `
# ru
= ваша конфиденциальность
= использование фаилов cookie
= настроики cookie
= настроики конфиденциальности
= прежде чем продолжить
= согласие
ваше согласие
включите cookie
даете согласие
законныи интерес
используем cookie
используем куки
использует cookie
наши партнеры
наших партнеров
отозвать согласие
персонализированн
персональные данные
персональных данных
принять все
принять и продолжить
фаилов cookie
фаилы cookie
фаилы куки
# ar
= إعدادات الخصوصية
= اعدادات الخصوصيه
= الموافقة
= خصوصيتك
= قبل المتابعة
= ملفات تعريف الارتباط
إعدادات الخصوصية
إعلانات مخصصة
الإعلانات المخصصة
البيانات الشخصية
الكوكيز
بياناتك الشخصية
رفض الكل
سحب الموافقة
سحب موافقتك
سياسة الخصوصية
شركاؤنا
شركائنا
قبول الجميع
قبول الكل
قبول ومتابعة
ملفات الارتباط
ملفات تعريف الارتباط
موافقتك
# hi
= आगे बढने से पहले
= आपकी गोपनीयता
= कुकी नीति
= कुकी सेटिंग
= गोपनीयता सेटिंग
= सहमति
आपकी सहमति
कुकी का उपयोग
कुकी स्वीकार
कुकीज का उपयोग
कुकीज सक्षम
कुकीज स्वीकार
गोपनीयता नीति
गोपनीयता सेटिंग
निजी डेटा
वैयक्तिकृत विज्ञापन
व्यक्तिगत डेटा
सभी स्वीकार
सहमति वापस
स्वीकार करें और
हमारे भागीदार
हमारे साझेदार
# zh
= cookie 设置
= cookie设置
= 同意
= 在您继续之前
= 您的隐私
= 继续之前
= 隐私设定
= 隐私设置
个人化广告
个人数据
个人资料
个性化广告
使用 cookie
使用cookie
全部拒绝
全部接受
合作伙伴
同意并继续
启用 cookie
启用cookie
您的同意
我们的合作伙伴
拒绝全部
接受全部
接受所有 cookie
接受所有cookie
撤回同意
隐私政策
隐私权设定
# ja
= cookie について
= cookieの設定
= あなたのプライバシー
= クッキーの設定
= プライバシー設定
= 同意
= 続行する前に
cookie を使用
cookieを使用
cookieを利用
cookieを有効
すべて受け入れる
すべて同意
すべて拒否
クッキーを使用
クッキーを利用
クッキーを有効
パーソナライズされた広告
パートナーは
パートナー企業
プライバシー設定
個人データ
個人情報の
同意して続ける
同意して続行
同意する
同意の撤回
同意を撤回
# ko
= 개인정보 보호 설정
= 개인정보 설정
= 계속하기 전에
= 동의
= 쿠키 사용
= 쿠키 설정
개인 데이터
개인 정보를
개인정보 처리방침
개인정보를
동의를 철회
동의하고 계속
맞춤 광고
맞춤형 광고
모두 거부
모두 동의
모두 수락
제휴사
쿠키 사용
쿠키를 사용
쿠키를 허용
쿠키를 활성화
파트너는
파트너사
# vi
= cai dat cookie
= cai dat quyen rieng tu
= chinh sach cookie
= quyen rieng tu cua ban
= truoc khi ban tiep tuc
bat cookie
cac đoi tac
cai dat quyen rieng tu
chap nhan cookie
chap nhan tat ca
chinh sach quyen rieng tu
dong y va tiep tuc
du lieu ca nhan
quang cao duoc ca nhan hoa
quang cao đuoc ca nhan hoa
rut lai su đong y
su dung cookie
su đong y cua ban
tu choi tat ca
đoi tac cua chung toi
`;
