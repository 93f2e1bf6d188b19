// Beginnings of words in lower case; each is an alternative of a pattern.

/** What readers do only to an article, such as comments: a number beside such a word is never news. */
export const LEFT_BY_READERS: string = [
  'comment', 'kommentar', 'commentaire', 'comentario', 'comentário', 'comentari', 'commenti', 'komentarz', 'komentář',
  'комментар', 'коммент', 'коментар', 'kommentti', 'kommentt', 'yorum', 'bình luận', 'komentar', 'komentár', 'hozzászólás',
  'σχόλι', 'تعليق', 'تعليقات', 'دیدگاه', 'תגובות', 'टिप्पणि', 'মন্তব্য', 'ความคิดเห็น', '评论', '評論', '回复', '回覆', '回應', '留言',
  'コメント', '件の返信', '댓글', 'upvote', 'retweet', 'repost', 'bookmark', 'ブックマーク', 'visualiza', 'odsłon', 'wyświetle',
  'zobrazen', 'просмотр', 'перегляд', 'görüntülen', 'lượt xem', 'προβολ', 'vizualiz', 'megtekint', 'مشاهد', 'بازدید', 'צפיות',
  'बार देखा', 'व्यूज', 'ครั้ง', '阅读', '閱讀', '浏览', '瀏覽', '点赞', '讚', '点击', '點擊', '热度', '人氣', '人气', '閲覧', 'いいね', '조회', '좋아요',
].join('|'); // biome-ignore format: a table

/**
 * Words with other meanings, such as shares: a number beside one is a count of readers only where no other text is
 * near.
 */
export const OFTEN_BY_READERS: string = [
  'repl(?:y|ies)', 'view', 'read(?!y)', 'like', 'share', 'reaction', 'vote', 'point', 'download', 'play', 'listen', 'response',
  'clap', 'favorit', 'boost', 'hit', 'user', 'pv(?!c)', 'score', 'rating', 'people reacted', 'aufruf', 'antwort', 'gelesen', 'ansicht',
  'zugriff', 'stimme', 'bewertung', 'vue', 'lecture', 'réaction', 'partage', 'réponse', 'vote', 'visita', 'lectura', 'leitura',
  'respuesta', 'resposta', 'compartid', 'lettur', 'condivision', 'reacti', 'weergave', 'gelezen', 'odpowied', 'прочтени',
  'ответ', 'лайк', 'голос', 'відповід', 'okunma', 'beğeni', 'visning', 'svar', 'katselu', 'lukukert', 'dilihat', 'قراءة', 'نظر',
  'ビュー', 'users', '추천', '공감',
].join('|'); // biome-ignore format: a table

/** The two counts of a forum's topic: `17 posts - 9 participants`. */
export const POST: string = [
  'post', 'message', 'beitr', 'publicaci', 'messagg', 'mensa', 'bericht', 'wpis', 'příspěv', 'inlägg', 'innlegg', 'indlæg', 'viesti',
  'gönderi', 'bài viết', 'сообщени', 'допис', 'δημοσιε', 'منشور', 'مشاركة', 'נושא', 'פוסט', '帖子', '貼文', '投稿', '게시물',
].join('|'); // biome-ignore format: a table
export const PARTICIPANT: string = [
  'participant', 'teilnehm', 'partecipant', 'deelnem', 'uczestni', 'účastník', 'deltag', 'osallistuj', 'katılımcı', 'người tham gia',
  'участник', 'учасник', 'συμμετ', 'مشارك', 'משתתפ', '参与者', '參與者', '参加者', '참가자',
].join('|'); // biome-ignore format: a table

/** `No comments`, and invitations to write the first. */
export const NONE_LEFT: string = [
  'no', 'zero', '(?:noch )?keine', 'aucun', 'pas de', 'sin', 'sem', 'nenhum', 'nessun', 'geen', '(?:nog )?geen', 'brak', 'нет',
  'пока нет', 'немає', 'žádné', 'zatím žádné', 'nincs', 'ei', 'ingen', 'inga', 'chưa có', 'belum ada', 'لا', 'لا توجد', 'אין', '暂无',
  '暫無', '没有', '沒有', 'leave a', 'add a', 'post a', 'write a', 'laisser un', 'deja un', 'deixe um', 'lascia un', 'be the first to',
].join('|'); // biome-ignore format: a table

/** `Read 345 times`: the participle and the word for times. */
export const DONE: string = [
  'read', 'viewed', 'seen', 'shared', 'gelesen', 'aufgerufen', 'angesehen', 'lu', 'vue?', 'consulté', 'leíd[oa]', 'vist[oa]', 'lid[oa]',
  'lett[oa]', 'gelezen', 'bekeken', 'czytano', 'przeczytano', 'wyświetlono', 'přečteno', 'zobrazeno', 'прочитано', 'прочитали',
  'просмотрено', 'просмотрели', 'прочитан[оа]', 'переглянуто', 'okundu', 'görüntülendi', 'dibaca', 'dilihat', 'visad', 'läst', 'lest',
  'vist', 'luettu', 'megtekintve', 'olvasva', 'citit', 'อ่าน', 'เข้าชม', 'xem', 'đọc',
].join('|'); // biome-ignore format: a table
export const TIMES = String.raw`(?:times|mal|fois|veces|vezes|volte|keer|razy|раз\p{L}?|разів|kez|defa|kali|gånger|ganger|kertaa|alkalommal|ori|lần|ครั้ง|krát|×|x)`;

/** Units of time as feeds print them. Beginnings of words. */
export const UNIT: string = [
  'sec', 'min', 'hour', 'hr', 'day', 'sek', 'stund', 'std', 'tag', 'heure', 'jour', 'hora', 'día', 'dia', 'ora', 'ore', 'giorn', 'uur',
  'dag', 'godz', 'dni', 'hodin', 'сек', 'мин', 'час', 'дн', 'день', 'дня', 'хв', 'годин', 'saat', 'dakika', 'gün', 'giờ', 'phút', 'jam',
  'menit', 'hari', 'time', 'timm', 'tunti', 'tuntia', 'óra', 'perc', 'ώρ', 'λεπτ', 'دقيق', 'دقیق', 'ساعة', 'ساعات', 'ساعت', 'روز', 'يوم',
  'שעות', 'שעה', 'דקות', 'ימים', 'घंट', 'मिनट', 'दिन', 'নাটি', 'ঘণ্টা', 'মিনিট', 'ชั่วโมง', 'นาที', 'วัน', '分钟', '分鐘', '小时', '小時', '天', '分',
  '時間', '日', '분', '시간', '일',
].join('|'); // biome-ignore format: a table
/** The word for one before a unit: `an hour ago`. */
export const ONE = 'an?|one|eine[rmn]?|une?|una?|uma?|één|een|ett?|en|bir|satu|một|один|одну|jedną';
export const AGO =
  'ago|назад|тому|geleden|temu|fa|atrás|sedan|siden|önce|trước|lalu|yang lalu|sitten|पहले|আগে|پیش|ที่แล้ว|ที่ผ่านมา|之?前|전';
export const SINCE = 'vor|il y a|hace|há|för|for|před|πριν(?: από)?|منذ|قبل|לפני';
