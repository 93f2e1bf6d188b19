/**
 * Expressions for the words of short walls in Hindi, Thai, Vietnamese and Indonesian, by kind, a language a line; for
 * the other languages see `stems-errors.ts`, `stems-requests.ts` and `stems-further.ts`.
 */
export const MORE_CONSENT = String.raw`
कुकी|निजता|गोपनीयता|सहमति|विज्ञापन|साझेदार|आपके (?:उपकरण|डिवाइस)|स्वीकार करें|अस्वीकार
คุกกี้|ความเป็นส่วนตัว|ความยินยอม|โฆษณา|พันธมิตร|อุปกรณ์ของคุณ|ยอมรับทั้งหมด|ปฏิเสธทั้งหมด|ข้อมูลส่วนบุคคล
quyền riêng tư|quảng cáo|đối tác|thiết bị của bạn|đồng ý|chấp nhận tất cả|từ chối tất cả|dữ liệu cá nhân|tùy chỉnh
privasi|kuki\b|iklan|mitra\b|perangkat anda|setuju|terima semua|tolak semua|data pribadi|persetujuan
`;

export const MORE_LOGIN = String.raw`
लॉग ?इन|लॉगइन|साइन (?:इन|अप)|पासवर्ड|ओटीपी|खाता बनाएं|सदस्य(?:ता|ों)|सब्सक्राइब|सब्सक्रिप्शन|रजिस्टर|पूरी (?:खबर|ख़बर|लेख)|आगे पढ़|प्रति (?:माह|महीने)|प्रीमियम
เข้าสู่ระบบ|ล็อกอิน|รหัสผ่าน|สมัครสมาชิก|สำหรับสมาชิก|สมาชิกเท่านั้น|ลงทะเบียน|บัญชีผู้ใช้|อ่านต่อ|ต่อเดือน|เดือนละ|อ่านได้ไม่จำกัด|พรีเมียม
đăng nhập|mật khẩu|đăng ký|tài khoản|thành viên|dành riêng cho|thuê bao|gói (?:đọc|hội viên)|mỗi tháng|\/tháng|đọc tiếp|đọc không giới hạn|trả phí
\bmasuk\b|kata sandi|\bdaftar|\bakun|langganan|pelanggan|khusus (?:pelanggan|anggota|member)|per bulan|membaca tanpa batas|lanjut(?:kan)? membaca|anggota|berbayar
`;

export const MORE_BOT = String.raw`
रोबोट|इंसान|मनुष्य|कैप्चा|जांच (?:रहे|कर)|जाँच (?:रहे|कर)|सत्यापित|बहुत अधिक अनुरोध|असामान्य (?:गतिविधि|ट्रैफ़िक)
หุ่นยนต์|โปรแกรมอัตโนมัติ|มนุษย์|แคปต์?ชา|กำลังตรวจสอบ|ยืนยันตัวตน|ตัวอักษรที่เห็น|คำขอมากเกินไป|ผิดปกติ
người máy|robot|con người|người thật|mã captcha|đang kiểm tra|xác minh|xác nhận bạn|ký tự (?:trong|trên) (?:hình|ảnh)|quá nhiều yêu cầu|bất thường
robot|manusia|captcha|memverifikasi|verifikasi|memastikan (?:bahwa )?anda|memeriksa (?:peramban|koneksi)|terlalu banyak permintaan|tidak wajar|ketik(?:kan)? karakter
`;

export const MORE_ERRORS = String.raw`
पेज (?:नहीं मिला|हटा)|पृष्ठ (?:नहीं मिला|उपलब्ध नहीं)|मौजूद नहीं|हटा दिया गया|त्रुटि|गड़बड़|फिर (?:से )?कोशिश करें|पुनः प्रयास|रखरखाव|साइट पर काम|वापस आ(?:एंगे|ते)|उपलब्ध नहीं|आपके (?:देश|क्षेत्र)
ไม่พบ(?:หน้า|เพจ|เนื้อหา)|ถูกลบ|เกิดข้อผิดพลาด|ลองใหม่|ลองอีกครั้ง|ปิดปรับปรุง|อยู่ระหว่าง(?:การ)?ปรับปรุง|บำรุงรักษา|กลับมาให้บริการ|ไม่สามารถ(?:เข้าถึง|ดำเนินการ|รับชม|แสดง)|ในประเทศของคุณ|ในภูมิภาคของคุณ
không tìm thấy|không tồn tại|đã bị xóa|đã bị gỡ|có lỗi|đã xảy ra lỗi|thử lại|bảo trì|đang (?:được )?nâng cấp|hoạt động trở lại|không khả dụng|quốc gia của bạn|khu vực của bạn|bị chặn
tidak ditemukan|tidak ada lagi|(?:sudah|telah) dihapus|terjadi kesalahan|coba (?:lagi|beberapa saat)|pemeliharaan|dalam perbaikan|sedang diperbarui|segera kembali|tidak tersedia|negara anda|wilayah anda|diblokir|tidak dapat (?:dibuka|diakses)
`;

export const MORE_HURDLES = String.raw`
आयु की पुष्टि|(?:18|१८) (?:वर्ष|साल)|आपकी (?:उम्र|आयु)|जन्म ?तिथि|हमारे ऐप|ऐप (?:डाउनलोड|खोलें)|कतार में
ยืนยันอายุ|อายุ(?:ของคุณ| ?18| ?20)|18 ปี|20 ปี|วันเกิด|แอป(?:ของเรา|พลิเคชัน)|ดาวน์โหลดแอป|คิวของคุณ|อยู่ในคิว
xác nhận độ tuổi|18 tuổi|tuổi của bạn|ngày sinh|ứng dụng của chúng tôi|tải ứng dụng|hàng đợi|xếp hàng
konfirmasi usia|18 tahun|usia anda|tanggal lahir|aplikasi kami|unduh aplikasi|antrean|antrian
`;

export const MORE_MOVED =
  'नए पते|स्थानांतरित|नई वेबसाइट|ย้ายไปที่|ที่อยู่ใหม่|เว็บไซต์ใหม่|địa chỉ mới|chuyển (?:sang|đến) (?:trang|địa chỉ)|chuyển hướng|pindah ke|alamat (?:yang )?baru|situs baru|dialihkan';
