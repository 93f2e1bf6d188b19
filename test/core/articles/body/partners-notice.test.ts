import { expect, test } from 'vitest';
import { isConsentNotice } from '../../../../src/core/articles/body/consent-notice.ts';

test.each([
  'We and our 214 partners store and access information on your device to show personalised ads and measure their reach.',
  'Wir und unsere 214 Partner speichern Informationen auf Ihrem Gerät und greifen darauf zu.',
  'Nous et nos 214 partenaires stockons et accédons à des informations sur votre appareil.',
  'Nosotros y nuestros 214 socios almacenamos información en su dispositivo.',
  'Noi e i nostri 214 partner archiviamo informazioni sul tuo dispositivo.',
  'Nós e nossos 214 parceiros armazenamos informações no seu dispositivo.',
  'Wij en onze 214 partners bewaren informatie op uw apparaat.',
  'My i nasi zaufani partnerzy przechowujemy informacje na urządzeniu.',
  'Мы и наши 214 партнёров сохраняем данные на вашем устройстве.',
  'Biz ve 214 iş ortağımız cihazınızdaki bilgilere erişiyoruz.',
  'Chúng tôi và 214 đối tác lưu trữ thông tin trên thiết bị của bạn.',
  'نحن وشركاؤنا نخزن المعلومات على جهازك.',
  'हम और हमारे 214 सहयोगी आपके डिवाइस पर जानकारी संग्रहीत करते हैं।',
  '我们和214个合作伙伴在您的设备上存储信息。',
  '当社と214社のパートナーは、お客様の端末に情報を保存します。',
  '당사와 214개 파트너는 귀하의 기기에 정보를 저장합니다.',
  'Chúng tôi sử dụng cookie để cá nhân hóa nội dung và quảng cáo.',
  'हम आपके अनुभव को बेहतर बनाने के लिए कुकीज़ का उपयोग करते हैं।',
  'Nội dung này được nhúng từ bên thứ ba và có thể đặt cookie. Hãy đồng ý để xem nội dung.',
])('%s is a notice', (text) => {
  expect(isConsentNotice(text, 'Harbour bridge closes until June')).toBe(true);
});

test.each([
  'The ministry and its partners said on Monday that the device makers store chips.',
  '“We and our partners build the device in Ohio,” the chief executive said.',
  'The firm promised: “We and our partners will keep the device on the market.”',
  'हम ने कहा कि सरकार कुकी पर नियम लाएगी, मंत्री ने बताया।',
  'हम आपको बता दें कि भारत और अमेरिका के बीच व्यापार समझौते पर सहमति बन गई है।',
  'Chúng tôi đồng ý với đối tác về thiết bị mới, giám đốc nói.',
  'Bạn bè của ông cho biết công ty đồng ý bán cổ phần cho đối tác Nhật Bản.',
  '当社はパートナーと新しい端末を開発したと発表した。',
])('%s is none', (text) => {
  expect(isConsentNotice(text, 'Harbour bridge closes until June')).toBe(false);
});
